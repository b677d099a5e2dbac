package dev.skillladder.assessment;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.KindValues;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The framework of the worked example in docs/levels.md, under an id of its own in each test. */
public final class ExampleFramework {

    /** Version 1 under this id is there in every test; nobody publishes another. */
    public static final String ID = "example";

    /** The role of the worked example. */
    public static final String BACKEND = "backend";

    /** A second role that only asks for kafka. */
    public static final String STREAMING = "streaming";

    public static final List<String> SKILLS = List.of("java", "kafka", "sql", "testing", "mentoring");

    private static final Text TEXT = new Text("文", "text");
    private static final List<String> LEVELS = List.of("junior", "mid", "senior");
    private static final int[] IMPORTANCE = {3, 2, 2, 2, 1};
    private static final boolean[] MUST = {true, false, false, true, false};
    private static final double[][] ASKS = {{2, 3, 4}, {1, 3, 4}, {2, 3, 4}, {2, 3, 4}, {1, 2, 3}};

    private ExampleFramework() {}

    /** An id that no other test uses. */
    public static String freshId() {
        return "example-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static FrameworkDocument document() {
        return document(ID);
    }

    public static FrameworkDocument document(String id) {
        return document(id, 365, ASKS[1][2]);
    }

    /** Another half-life gives other estimates, another requirement only other levels. */
    public static FrameworkDocument document(String id, int halfLifeDays, double seniorAsksKafka) {
        return new FrameworkDocument(
                id,
                TEXT,
                TEXT,
                "test",
                new FrameworkDocument.Scale(1, 5, .5, List.of()),
                List.of(new FrameworkDocument.Category("all", null, TEXT, TEXT, "test")),
                List.of(),
                SKILLS.stream()
                        .map(skill -> new Skill(
                                skill, "all", TEXT, TEXT, List.of(), null, Map.of(), List.of(), "test", List.of()))
                        .toList(),
                List.of(new Ladder(
                        "ladder",
                        LEVELS.stream()
                                .map(level -> new FrameworkDocument.Level(level, TEXT, TEXT, null, null, "test"))
                                .toList())),
                List.of(
                        new Role(BACKEND, TEXT, TEXT, "ladder", requirements(seniorAsksKafka), "test"),
                        new Role(STREAMING, TEXT, TEXT, "ladder", only("kafka", seniorAsksKafka), "test")),
                List.of(),
                List.of(),
                null,
                parameters(halfLifeDays),
                new FrameworkDocument.Rule(FrameworkDocument.Rule.LEVELS_1),
                List.of(),
                List.of(),
                List.of());
    }

    /** A later version with other skills; its streaming role asks all levels for one of them, at 2, 3 and 4. */
    public static FrameworkDocument later(String id, List<String> skills, String asked, SkillMapping... mappings) {
        FrameworkDocument before = document(id);
        return new FrameworkDocument(
                id,
                before.name(),
                before.description(),
                before.source(),
                before.scale(),
                before.categories(),
                before.halfLives(),
                skills.stream()
                        .map(skill -> new Skill(
                                skill, "all", TEXT, TEXT, List.of(), null, Map.of(), List.of(), "test", List.of()))
                        .toList(),
                before.ladders(),
                List.of(new Role(STREAMING, TEXT, TEXT, "ladder", only(asked, 4), "test")),
                before.transfers(),
                before.developmentActions(),
                before.programme(),
                before.parameters(),
                before.rule(),
                List.of(mappings),
                before.goldenProfiles(),
                before.outOfDate());
    }

    private static List<Requirement> requirements(double seniorAsksKafka) {
        List<Requirement> requirements = new ArrayList<>();
        for (int level = 0; level < LEVELS.size(); level++) {
            for (int skill = 0; skill < SKILLS.size(); skill++) {
                boolean seniorKafka = level == 2 && skill == 1;
                requirements.add(new Requirement(
                        LEVELS.get(level),
                        SKILLS.get(skill),
                        seniorKafka ? seniorAsksKafka : ASKS[skill][level],
                        IMPORTANCE[skill],
                        MUST[skill],
                        "test"));
            }
        }
        return requirements;
    }

    private static List<Requirement> only(String skill, double seniorAsks) {
        return Stream.of(
                        new Requirement("junior", skill, 2, 1, false, "test"),
                        new Requirement("mid", skill, 3, 1, false, "test"),
                        new Requirement("senior", skill, seniorAsks, 1, false, "test"))
                .toList();
    }

    private static Parameters parameters(int halfLifeDays) {
        return new Parameters(
                new KindValues(1, .6, .1, .2),
                new KindValues(2, 1.8, .1, .6),
                halfLifeDays,
                1,
                3,
                .5,
                1,
                .5,
                new BigDecimal("0.80"),
                5,
                .5,
                .8,
                .2,
                .5,
                .5);
    }
}
