package dev.skillladder.assessment.evaluate;

import dev.skillladder.assessment.evaluate.Case.Seen;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the observations of a case; nothing is clamped or left out, everything wrong is told at once. */
final class CheckCase {

    private final Rules rules;
    private final Errors errors;
    private final Map<Statement, Observation> statements = new HashMap<>();

    CheckCase(Rules rules, Errors errors) {
        this.rules = rules;
        this.errors = errors;
    }

    /** By skill; incomplete if there were errors. */
    Map<String, List<Observation>> observations(@Nullable List<@Nullable Seen> seen) {
        var bySkill = new HashMap<String, List<Observation>>();
        var given = seen == null ? List.<@Nullable Seen>of() : seen;
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/observations/" + i;
            var one = errors.required(pointer, given.get(i));
            var skill = one == null ? null : skill(pointer, one.skill());
            var observation = one == null ? null : observation(pointer, one);
            if (skill != null && observation != null) {
                refuseContradiction(pointer, skill, observation);
                bySkill.computeIfAbsent(skill, _ -> new ArrayList<>()).add(observation);
            }
        }
        return bySkill;
    }

    private @Nullable String skill(String pointer, @Nullable String skill) {
        if (errors.required(pointer + "/skill", skill) != null && skill != null && !rules.hasSkill(skill)) {
            errors.add(pointer + "/skill", "The framework has no skill '" + skill + "'.");
            return null;
        }
        return skill;
    }

    private @Nullable Observation observation(String pointer, Seen seen) {
        var kind = errors.required(pointer + "/kind", seen.kind());
        var source = errors.required(pointer + "/source", seen.source());
        var day = errors.required(pointer + "/observedOn", seen.observedOn());
        var value = value(pointer, seen.value());
        var quality = quality(pointer, seen.quality());
        return kind == null || source == null || day == null || value == null || quality == null
                ? null
                : observation(seen, kind, source, day, value, quality);
    }

    private static Observation observation(
            Seen seen, Kind kind, String source, LocalDate day, double value, double quality) {
        return new Observation(
                kind,
                source,
                value,
                day,
                seen.recordedAt() == null ? day.atStartOfDay().toInstant(ZoneOffset.UTC) : seen.recordedAt(),
                quality,
                seen.revision() == null ? 1 : seen.revision(),
                seen.eventId() == null ? "" : seen.eventId(),
                seen.retracted() != null && seen.retracted(),
                seen.validUntil());
    }

    private @Nullable Double value(String pointer, @Nullable Double value) {
        var scale = rules.scale();
        if (errors.required(pointer + "/value", value) != null
                && value != null
                && !(value >= scale.min() && value <= scale.max())) {
            errors.add(
                    pointer + "/value",
                    "The value %s is off the scale %s to %s.".formatted(value, scale.min(), scale.max()));
            return null;
        }
        return value;
    }

    private @Nullable Double quality(String pointer, @Nullable Double quality) {
        if (quality != null && !(quality > 0 && quality <= 1)) {
            errors.add(pointer + "/quality", "The quality %s must be above 0 and at most 1.".formatted(quality));
            return null;
        }
        return quality == null ? Double.valueOf(1) : quality;
    }

    /** Two different statements that nothing ranks would make the answer depend on their order. */
    private void refuseContradiction(String pointer, String skill, Observation observation) {
        var statement = new Statement(
                skill,
                observation.kind(),
                observation.source(),
                observation.observedOn(),
                observation.revision(),
                observation.eventId());
        var before = statements.putIfAbsent(statement, observation);
        if (before != null && !before.equals(observation)) {
            errors.add(
                    pointer,
                    "The same source says something else on the same day; give a revision or an eventId"
                            + " to say which counts.");
        }
    }

    private record Statement(
            String skill, Kind kind, String source, LocalDate observedOn, long revision, String eventId) {}
}
