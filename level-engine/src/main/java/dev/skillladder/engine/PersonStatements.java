package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.declarative.Said;
import dev.skillladder.engine.declarative.Statements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a declarative rule may ask about one person on a day; remembers when age will change the answers. */
final class PersonStatements implements Statements {

    /** An estimate is a double: below this digit there is only rounding. */
    private static final int ESTIMATE_DIGITS = 9;

    private final Rules rules;
    private final Map<String, List<Observation>> observations;
    private final LocalDate day;
    private final @Nullable Instant knownAt;
    private final Set<String> exempt;
    private final Map<String, List<Observation>> speaking = new HashMap<>();
    private @Nullable LocalDate changesOn;

    PersonStatements(
            Rules rules,
            Map<String, List<Observation>> observations,
            LocalDate day,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        this.rules = rules;
        this.observations = observations;
        this.day = day;
        this.knownAt = knownAt;
        this.exempt = exempt;
    }

    @Override
    public List<Said> about(String skill, Set<Kind> kinds) {
        return speaking(skill).stream()
                .filter(voice -> kinds.contains(voice.kind()))
                .map(voice ->
                        new Said(voice.kind(), voice.source(), BigDecimal.valueOf(voice.value()), voice.observedOn()))
                .toList();
    }

    @Override
    public @Nullable BigDecimal estimate(String skill, Set<Kind> kinds) {
        // merged before kinds are excluded: a manager's review ends the same person's voice as a peer in any case
        var counting = speaking(skill).stream()
                .filter(voice -> kinds.contains(voice.kind()))
                .toList();
        var estimate = Estimator.estimate(rules, skill, counting, day, knownAt);
        if (estimate == null) {
            return null;
        }
        var reading = Reading.of(rules, estimate, day);
        if (reading.unknown()) {
            return null;
        }
        changes(reading.staleOn());
        return BigDecimal.valueOf(estimate.mean()).setScale(ESTIMATE_DIGITS, RoundingMode.HALF_EVEN);
    }

    @Override
    public int halfLifeDays(String skill) {
        return rules.halfLifeDays(skill);
    }

    @Override
    public boolean exempt(String skill) {
        return exempt.contains(skill);
    }

    LocalDate day() {
        return day;
    }

    /** First later day on which age or an expiry can change what was asked so far; null for never. */
    @Nullable LocalDate changesOn() {
        return changesOn;
    }

    private List<Observation> speaking(String skill) {
        return speaking.computeIfAbsent(skill, _ -> {
            var voices = Merge.of(observations.getOrDefault(skill, List.of()), day, knownAt)
                    .speaking();
            for (var voice : voices) {
                if (voice.kind() == Kind.EVIDENCE && voice.validUntil() != null) {
                    changes(voice.validUntil().plusDays(1));
                }
            }
            return voices;
        });
    }

    private void changes(@Nullable LocalDate on) {
        if (on != null && on.isAfter(day) && (changesOn == null || on.isBefore(changesOn))) {
            changesOn = on;
        }
    }
}
