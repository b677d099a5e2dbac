package dev.skillladder.engine;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.KindValues;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The worked example of docs/levels.md: a small backend framework and what was observed on 2026-11-01. */
final class Example {

    static final LocalDate DAY = LocalDate.parse("2026-11-01");
    static final List<String> SKILLS = List.of("java", "kafka", "sql", "testing", "mentoring");

    private static final Text TEXT = new Text("文", "text");
    private static final List<String> LEVELS = List.of("junior", "mid", "senior");
    private static final int[] IMPORTANCE = {3, 2, 2, 2, 1};
    private static final boolean[] MUST = {true, false, false, true, false};
    private static final double[][] ASKS = {{2, 3, 4}, {1, 3, 4}, {2, 3, 4}, {2, 3, 4}, {1, 2, 3}};

    private Example() {}

    static Parameters parameters(double correlation) {
        return new Parameters(
                new KindValues(1, .6, .1, .2),
                new KindValues(2, 1.8, .1, .6),
                365,
                1,
                3,
                .5,
                1,
                .5,
                new BigDecimal("0.80"),
                5,
                correlation,
                .8,
                .2,
                .5,
                .5);
    }

    static Rules rules() {
        return rules(.5);
    }

    static Rules rules(double correlation) {
        return Rules.of(document(requirements(), parameters(correlation)));
    }

    static FrameworkDocument document(List<FrameworkDocument.Requirement> requirements, Parameters parameters) {
        var skills = requirements.stream()
                .map(FrameworkDocument.Requirement::skill)
                .distinct()
                .map(id -> new FrameworkDocument.Skill(
                        id, "all", TEXT, TEXT, List.of(), null, Map.of(), List.of(), "test", List.of()))
                .toList();
        var levels = requirements.stream()
                .map(FrameworkDocument.Requirement::level)
                .distinct()
                .map(id -> new FrameworkDocument.Level(id, TEXT, TEXT, null, null, "test"))
                .toList();
        return new FrameworkDocument(
                "example",
                TEXT,
                TEXT,
                "test",
                new FrameworkDocument.Scale(1, 5, .5, List.of()),
                List.of(new FrameworkDocument.Category("all", null, TEXT, TEXT, "test")),
                List.of(),
                skills,
                List.of(new FrameworkDocument.Ladder("ladder", levels)),
                List.of(new FrameworkDocument.Role("backend", TEXT, TEXT, "ladder", requirements, "test")),
                List.of(),
                List.of(),
                null,
                parameters,
                new FrameworkDocument.Rule(FrameworkDocument.Rule.LEVELS_1),
                List.of(),
                List.of(),
                List.of());
    }

    static List<FrameworkDocument.Requirement> requirements() {
        var requirements = new ArrayList<FrameworkDocument.Requirement>();
        for (var level = 0; level < LEVELS.size(); level++) {
            for (var skill = 0; skill < SKILLS.size(); skill++) {
                requirements.add(new FrameworkDocument.Requirement(
                        LEVELS.get(level), SKILLS.get(skill), ASKS[skill][level], IMPORTANCE[skill], MUST[skill], "t"));
            }
        }
        return requirements;
    }

    /** The worked level: what is known of the five skills. */
    static Map<String, List<Observation>> observations() {
        return Map.of(
                "java", all("M4 P4 P5 S4"),
                "kafka", all("M4 P4 P3 S5"),
                "sql", all("M3 P4 S4"),
                "testing", all("M4 P3 P4 E4"),
                "mentoring", all("S4"));
    }

    /** Reads {@code M4 P3.5@2026-09-15}: kind, value and day; each with a source of its own. */
    static List<Observation> all(String words) {
        var observations = new ArrayList<Observation>();
        for (var word : words.split(" ", -1)) {
            var parts = word.split("@", -1);
            var day = parts.length == 1 ? DAY : LocalDate.parse(parts[1]);
            var value = Double.parseDouble(parts[0].substring(1));
            observations.add(of(kind(word.charAt(0)), "source-" + observations.size(), value, day));
        }
        return observations;
    }

    static Observation of(Kind kind, String source, double value, LocalDate day) {
        return new Observation(
                kind, source, value, day, day.atTime(12, 0).toInstant(ZoneOffset.UTC), 1, 1, source + day, false, null);
    }

    static Observation revised(Observation observation, long revision, double value, boolean retracted) {
        return new Observation(
                observation.kind(),
                observation.source(),
                value,
                observation.observedOn(),
                observation.recordedAt().plusSeconds(revision),
                observation.quality(),
                revision,
                observation.eventId() + revision,
                retracted,
                observation.validUntil());
    }

    static Observation validUntil(Observation observation, LocalDate last) {
        return new Observation(
                observation.kind(),
                observation.source(),
                observation.value(),
                observation.observedOn(),
                observation.recordedAt(),
                observation.quality(),
                observation.revision(),
                observation.eventId(),
                observation.retracted(),
                last);
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static Kind kind(char initial) {
        return switch (initial) {
            case 'M' -> Kind.MANAGER;
            case 'P' -> Kind.PEER;
            case 'S' -> Kind.SELF;
            case 'E' -> Kind.EVIDENCE;
            default -> throw new IllegalArgumentException("no kind starts with " + initial);
        };
    }
}
