package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.testsupport.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From the topic to the level that the API answers. */
class LevelFlowTest extends AssessmentTest {

    private static final Offset<Double> SIX_DECIMALS = within(1e-6);
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Levels levels;

    private String framework;
    private UUID engineer;

    @BeforeEach
    void somebodyInTheExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        engineer = others.engineer(null, role(framework, BACKEND));
    }

    @Test
    void computesTheWorkedExampleToSixDecimals() {
        others.observe(
                engineer,
                17,
                by(Kind.MANAGER, "m", "java 4", "kafka 4", "sql 3", "testing 4"),
                by(Kind.PEER, "p1", "java 4", "kafka 4", "sql 4", "testing 3"),
                by(Kind.PEER, "p2", "java 5", "kafka 3", "testing 4"),
                by(Kind.SELF, "s", "java 4", "kafka 5", "sql 4", "mentoring 4"),
                by(Kind.EVIDENCE, "e", "testing 4"),
                by(Kind.SELF, "s", "mentoring 4"));

        JsonNode level = level("");

        assertThat(level.get("verified").asString()).isEqualTo("mid");
        assertThat(level.get("possible").asString()).isEqualTo("senior");
        assertThat(level.get("confirmed").isNull()).isTrue();
        assertThat(level.get("state").asString()).isEqualTo("PROPOSE");
        assertThat(rung(level, 1).get("pLow").asDouble()).isCloseTo(.856429, SIX_DECIMALS);
        assertThat(rung(level, 1).get("pHigh").asDouble()).isCloseTo(.962218, SIX_DECIMALS);
        assertThat(rung(level, 2).get("pLow").asDouble()).isCloseTo(.314800, SIX_DECIMALS);
        assertThat(rung(level, 2).get("pHigh").asDouble()).isCloseTo(.533451, SIX_DECIMALS);
        assertThat(level.get("pLow").asDouble()).isCloseTo(.856429, SIX_DECIMALS);
    }

    @Test
    void orderAndRepetitionChangeNothing() {
        UUID other = others.engineer(null, role(framework, BACKEND));
        List<Function<UUID, ObservationsRecorded>> events = List.of(
                person -> revision(by(person, Kind.MANAGER, "m", "2026-10-01", "java 2", "testing 4"), 1, false),
                person -> revision(by(person, Kind.MANAGER, "m", "2026-10-01", "java 4"), 2, false),
                person -> revision(by(person, Kind.PEER, "p", "2026-09-01", "java 3", "kafka 3"), 1, false),
                person -> revision(by(person, Kind.PEER, "p", "2026-10-20", "java 5"), 1, false),
                person -> revision(by(person, Kind.PEER, "p", "2026-10-20", "java 5"), 2, true));

        events.forEach(event -> others.observe(List.of(event.apply(engineer))));
        others.observe(
                events.reversed().stream().map(event -> event.apply(other)).toList());
        await().atMost(PATIENCE).until(() -> others.logged(engineer) == 7 && others.logged(other) == 7);

        assertThat(levels.at(List.of(engineer), DAY, null).get(engineer))
                .usingRecursiveComparison()
                .ignoringFields("engineer")
                .isEqualTo(levels.at(List.of(other), DAY, null).get(other));
    }

    @Test
    void answersForAPastDayAndAPastKnowledge() {
        others.observe(
                engineer,
                4,
                observed(
                        engineer,
                        Kind.MANAGER,
                        "m",
                        framework,
                        LocalDate.parse("2026-09-01"),
                        Instant.parse("2026-10-10T08:00:00Z"),
                        "java 4",
                        "kafka 4",
                        "sql 3",
                        "testing 4"));

        assertThat(verified("?asOf=2026-08-31")).as("before it was observed").isEqualTo("null");
        assertThat(verified("?asOf=2026-09-01")).as("as known today").isEqualTo("mid");
        assertThat(verified("?asOf=2026-09-01&knownAt=2026-10-09T00:00:00Z"))
                .as("before it was recorded")
                .isEqualTo("null");
        assertThat(verified("?knownAt=2026-10-10T08:00:00Z")).isEqualTo("mid");
        assertThat(verified("?asOf=2027-09-02"))
                .as("a coming day, evidence too old")
                .isEqualTo("null");
    }

    @Test
    void asksForADayThatMakesSense() {
        assertThat(get(tokenOf(engineer), path("?asOf=2027-11-02")).status()).isEqualTo(400);
        assertThat(get(tokenOf(engineer), path("?asOf=yesterday")).status()).isEqualTo(400);
    }

    @Test
    void aNewRoleIsJudgedByItsOwnRequirements() {
        others.observe(engineer, 1, by(Kind.MANAGER, "m", "kafka 4"));
        assertThat(verified("")).isEqualTo("null");

        others.tellEngineer(
                engineer,
                null,
                role(framework, BACKEND),
                role(framework, STREAMING, "2026-10-01", "2026-11-01T00:00:00Z"));

        assertThat(level("").get("role").asString()).isEqualTo(STREAMING);
        assertThat(verified("")).isEqualTo("senior");
        assertThat(level("?asOf=2026-09-30").get("role").asString()).isEqualTo(BACKEND);
        assertThat(level("?knownAt=2026-10-31T00:00:00Z").get("role").asString())
                .isEqualTo(BACKEND);
    }

    @Test
    void withoutARoleThereIsNoLevel() {
        others.observe(engineer, 1, by(Kind.MANAGER, "m", "kafka 4"));

        others.tellEngineer(engineer, null);

        assertThat(get(tokenOf(engineer), path("")).status()).isEqualTo(404);
        assertThat(others.count("select count(*) from engineer_level where engineer = ?", engineer))
                .isZero();
    }

    @Test
    void historyHasAPointForEveryDayThatChangedSomething() {
        UUID streaming = others.engineer(null, role(framework, STREAMING));
        others.observe(
                streaming,
                3,
                by(streaming, Kind.MANAGER, "m", "2024-01-10", "kafka 2"),
                by(streaming, Kind.MANAGER, "m", "2026-09-01", "kafka 4"),
                by(streaming, Kind.MANAGER, "m", "2026-09-01", "java 4"));

        JsonNode items = get(hr(), "/api/assessments/engineers/" + streaming + "/history")
                .body()
                .get("items");

        List<String> points = new ArrayList<>();
        items.forEach(point -> points.add(point.get("day").asString() + " "
                + (point.get("verified").isNull() ? "-" : point.get("verified").asString())));
        assertThat(points)
                .containsSubsequence("2026-09-01 senior", "2025-01-10 -", "2024-01-10 junior", "2020-01-01 -");
    }

    @Test
    void onlyThePersonManagersAboveAndHrMayRead() {
        UUID manager = others.engineer(null);
        UUID director = others.engineer(null);
        others.tellEngineer(manager, director);
        others.tellEngineer(engineer, manager, role(framework, BACKEND));
        UUID stranger = others.engineer(manager, role(framework, BACKEND));

        for (String page : List.of("/level", "/history")) {
            String path = "/api/assessments/engineers/" + engineer + page;
            assertThat(get(tokenOf(stranger), path).status()).isEqualTo(403);
            assertThat(get(TestTokens.token("nobody"), path).status()).isEqualTo(403);
            assertThat(get(TestTokens.unsigned(engineer.toString()), path).status())
                    .isEqualTo(401);
            assertThat(get(tokenOf(engineer), path).status()).isEqualTo(200);
            assertThat(get(tokenOf(manager), path).status()).isEqualTo(200);
            assertThat(get(tokenOf(director), path).status()).isEqualTo(200);
            assertThat(get(hr(), path).status()).isEqualTo(200);
        }
        assertThat(get(tokenOf(stranger), "/api/assessments/engineers/" + UUID.randomUUID() + "/level")
                        .status())
                .as("whether the person exists is nobody's business")
                .isEqualTo(403);
    }

    private ObservationsRecorded by(Kind kind, String source, String... ratings) {
        return observed(engineer, kind, source, framework, DAY, NOW, ratings);
    }

    private ObservationsRecorded by(UUID person, Kind kind, String source, String day, String... ratings) {
        return observed(person, kind, source, framework, LocalDate.parse(day), NOW, ratings);
    }

    private static ObservationsRecorded revision(ObservationsRecorded event, long revision, boolean retracted) {
        return new ObservationsRecorded(
                event.engineer(),
                event.kind(),
                event.source(),
                event.origin(),
                event.framework(),
                event.frameworkVersion(),
                event.observedOn(),
                event.recordedAt(),
                revision,
                event.ratings().stream()
                        .map(rating -> new Rating(rating.skill(), rating.value(), 1, null, retracted))
                        .toList());
    }

    private String path(String query) {
        return "/api/assessments/engineers/" + engineer + "/level" + query;
    }

    private JsonNode level(String query) {
        Answer answer = get(tokenOf(engineer), path(query));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String verified(String query) {
        JsonNode verified = level(query).get("verified");
        return verified.isNull() ? "null" : verified.asString();
    }

    private static JsonNode rung(JsonNode level, int index) {
        return level.get("levels").get(index);
    }
}
