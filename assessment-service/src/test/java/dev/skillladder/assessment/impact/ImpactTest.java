package dev.skillladder.assessment.impact;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.MatrixRule;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Move;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.contract.assessment.ImpactReported.State;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.Reducer;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import dev.skillladder.contract.catalog.ImpactCancelled;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.testsupport.TestTokens;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

class ImpactTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final String LIST = "/api/assessments/impacts";
    private static final String PATH = "/api/assessments/impacts/";
    private static final String CURATOR = TestTokens.token("a-curator", "curator");

    @Autowired
    private RunImpacts runs;

    @Autowired
    private ComputeLevels compute;

    @Autowired
    private KnownEngineers engineers;

    @Autowired
    private TransactionOperations transactions;

    private String framework;
    private final UUID draft = UUID.randomUUID();

    @BeforeEach
    void anExample() {
        runs.run();
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
    }

    @Test
    void namesAreForHrAndNumbersForCurators() {
        UUID engineer = rated("kafka 4");
        UUID run = request(asksSenior(5));
        runs.run();

        assertThat(get(tokenOf(engineer), LIST).status()).isEqualTo(403);
        assertThat(get(operator(), LIST).status()).isEqualTo(403);
        assertThat(get(CURATOR, LIST + "?limit=200").body().toString()).contains(run.toString());
        assertThat(get(hr(), LIST + "?limit=1&after=" + run).body().toString()).doesNotContain(run.toString());
        assertThat(get(tokenOf(engineer), PATH + run).status()).isEqualTo(403);
        assertThat(get(operator(), PATH + run).status()).isEqualTo(403);
        assertThat(get(tokenOf(engineer), PATH + run + "/people").status()).isEqualTo(403);
        assertThat(get(operator(), PATH + run + "/people").status()).isEqualTo(403);
        assertThat(get(CURATOR, PATH + run + "/people").status()).isEqualTo(403);
        assertThat(get(CURATOR, PATH + run).status()).isEqualTo(200);
        assertThat(get(CURATOR, PATH + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(get(hr(), PATH + run + "/people").status()).isEqualTo(200);
    }

    @Test
    void saysWhoFallsAndWhyAndChangesNothing() {
        UUID falls = rated("kafka 4");
        rated("kafka 3");
        UUID team = UUID.randomUUID();
        facts.team(team, "Streamers", null, null);
        jdbc.sql("insert into known_team_membership (engineer, team, from_day) values (?, ?, '2020-01-01')")
                .params(falls, team)
                .update();
        String levels = levels();

        UUID run = request(asksSenior(5));
        runs.run();

        JsonNode impact = impact(run);
        assertThat(impact.at("/state").asString()).isEqualTo("DONE");
        assertThat(numbers(impact)).isEqualTo("2/2: 0 rise, 1 fall, 0 insufficient, 1 unchanged");
        assertThat(impact.at("/causes/0").toString())
                .isEqualTo(
                        "{\"what\":\"ASKS_MORE\",\"level\":\"senior\",\"skill\":\"kafka\",\"line\":null,\"rises\":0,\"falls\":1,"
                                + "\"insufficient\":0}");
        assertThat(impact.at("/teams/0/name/en").asString()).isEqualTo("Streamers");
        assertThat(impact.at("/teams/0/counts/falls").asInt()).isOne();
        assertThat(impact.at("/roles/0/role").asString()).isEqualTo(STREAMING);
        JsonNode person = onlyPerson(run, "?change=FALL&team=" + team + "&role=" + STREAMING);
        assertThat(person.at("/engineer").asString()).isEqualTo(falls.toString());
        assertThat(person.at("/name/zh").asString()).isEqualTo("某人");
        assertThat(person.at("/before").asString() + " to "
                        + person.at("/after").asString())
                .isEqualTo("senior to mid");
        assertThat(person.at("/cause/skill").asString()).isEqualTo("kafka");
        assertThat(people(run, "?change=RISE")).isEmpty();
        assertThat(levels()).as("nothing is stored").isEqualTo(levels);
    }

    @Test
    void tellsWantOfEvidenceFromAFall() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer,
                1,
                observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(200), NOW.minusSeconds(9), "kafka 4"));

        UUID run = request(ExampleFramework.document(framework, 100, 4));
        runs.run();

        assertThat(numbers(impact(run))).isEqualTo("1/1: 0 rise, 0 fall, 1 insufficient, 0 unchanged");
        assertThat(onlyPerson(run, "?change=INSUFFICIENT").at("/cause").toString())
                .isEqualTo("{\"what\":\"ESTIMATE\",\"level\":\"junior\",\"skill\":\"kafka\",\"line\":null}");
    }

    @Test
    void looksAtMappedSkillsAsPublishingWould() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(engineer, 2, observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, "kafka 3", "sql 5"));

        UUID run = request(ExampleFramework.later(
                framework,
                List.of("data"),
                "data",
                new SkillMapping(MappingKind.MERGE, List.of("kafka", "sql"), List.of("data"), Reducer.HIGHEST)));
        runs.run();

        JsonNode person = onlyPerson(run, "?change=RISE");
        assertThat(person.at("/before").asString() + " to "
                        + person.at("/after").asString())
                .isEqualTo("mid to senior");
    }

    @Test
    void namesTheLineOfAnOwnRule() throws IOException {
        framework = ExampleFramework.freshId();
        others.publish(1, MatrixRule.document(framework, 2));
        UUID engineer = others.engineer(null, role(framework, BACKEND));
        String[] two = {"java 4", "testing 4", "sql 3", "kafka 3"};
        others.observe(
                engineer,
                8,
                observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, two),
                observed(engineer, Kind.PEER, "p", framework, DAY, NOW, two));

        UUID run = request(MatrixRule.document(framework, 3));
        runs.run();

        assertThat(onlyPerson(run, "?change=INSUFFICIENT").at("/cause").toString())
                .as("mentoring is unknown, so three of the others cannot be shown")
                .isEqualTo("{\"what\":\"RULE\",\"level\":\"mid\",\"skill\":null,\"line\":{\"part\":\"CONDITION\","
                        + "\"of\":\"two-others\",\"track\":\"backend\"}}");
        assertThat(impact(run).at("/causes/0/line/of").asString()).isEqualTo("two-others");
    }

    @Test
    void aRoleThatIsGoneIsAFall() {
        UUID engineer = others.engineer(null, role(framework, BACKEND));

        UUID run = request(ExampleFramework.later(framework, List.of("kafka"), "kafka"));
        runs.run();

        JsonNode person = onlyPerson(run, "");
        assertThat(person.at("/engineer").asString()).isEqualTo(engineer.toString());
        assertThat(person.at("/cause/what").asString()).isEqualTo("ROLE_REMOVED");
    }

    @Test
    void foretellsExactlyWhatPublishingDoes() {
        Random random = new Random(7);
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UUID engineer = others.engineer(null, role(framework, i % 2 == 0 ? BACKEND : STREAMING));
            people.add(engineer);
            List<ObservationsRecorded> events = new ArrayList<>();
            int rows = 0;
            for (String source : List.of("m", "n")) {
                String[] ratings = ExampleFramework.SKILLS.stream()
                        .map(skill -> skill + " " + (1 + random.nextInt(9) / 2.0))
                        .toArray(String[]::new);
                rows += ratings.length;
                events.add(observed(
                        engineer, Kind.MANAGER, source, framework, DAY.minusDays(random.nextInt(400)), NOW, ratings));
            }
            others.observe(engineer, rows, events.toArray(ObservationsRecorded[]::new));
        }
        Map<UUID, String> before = verified();
        FrameworkDocument document = ExampleFramework.document(framework, 300, 4.5);

        UUID run = request(document);
        runs.run();
        Map<UUID, String> foretold = new HashMap<>(before);
        people(run, "?limit=200").forEach(person -> {
            assertThat(person.at("/before").asString("-"))
                    .isEqualTo(before.get(UUID.fromString(person.at("/engineer").asString())));
            foretold.put(
                    UUID.fromString(person.at("/engineer").asString()),
                    person.at("/after").asString("-"));
        });
        others.publish(2, document, NOW);
        transactions.executeWithoutResult(_ -> compute.move(engineers.lock(people), new Move(framework, 2)));

        assertThat(verified()).isEqualTo(foretold).isNotEqualTo(before);
    }

    @Test
    void resumesAfterACrashAndTellsItsProgress() {
        crowd(1_200);
        UUID run = request(asksSenior(5));

        transactions.executeWithoutResult(status -> {
            runs.step();
            status.setRollbackOnly(); // what a crash leaves behind
        });
        assertThat(impact(run).at("/state").asString()).isEqualTo("WAITING");
        runs.step();
        assertThat(numbers(impact(run))).startsWith("500/1200");
        assertThat(get(CURATOR, PATH + run).body().at("/roles"))
                .as("not while it grows")
                .isEmpty();
        Thread other = Thread.ofVirtual().start(runs::run);
        runs.run();
        await().until(() -> !other.isAlive());
        runs.run();

        assertThat(numbers(impact(run))).isEqualTo("1200/1200: 0 rise, 0 fall, 0 insufficient, 1200 unchanged");
        assertThat(get(CURATOR, PATH + run)
                        .body()
                        .at("/roles/0/counts/unchanged")
                        .asInt())
                .isEqualTo(1_200);
        await().untilAsserted(() -> assertThat(TestTopics.read(Topics.IMPACT, run.toString(), ImpactReported.class))
                .extracting(report -> report.state() + " " + report.done() + "/" + report.total())
                .containsExactly("RUNNING 500/1200", "RUNNING 1000/1200", "RUNNING 1200/1200", "DONE 1200/1200"));
    }

    @Test
    void aStepTakesNoMoreMemoryHoweverManyPeopleThereAre() {
        crowd(6_000);
        UUID run = request(ExampleFramework.document(framework, 100, 4));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Long> allocated = new ArrayList<>();
        long before = threads.getCurrentThreadAllocatedBytes();
        while (runs.step()) {
            allocated.add(threads.getCurrentThreadAllocatedBytes() - before);
            before = threads.getCurrentThreadAllocatedBytes();
        }

        assertThat(numbers(impact(run))).startsWith("6000/6000");
        assertThat(allocated).as("twelve batches of 500, and the end").hasSize(13);
        assertThat(allocated.get(11))
                .as("bytes of the last batch against those of the second: %s", allocated)
                .isLessThan(2 * allocated.get(1));
    }

    @Test
    void aCancelledRunEndsAfterItsBatch() {
        crowd(1_200);
        UUID run = request(asksSenior(5));
        runs.step();

        others.tell(Topics.IMPACT_REQUESTS, run.toString(), ImpactCancelled.TYPE, new ImpactCancelled(run));
        await().until(() -> others.count("select count(*) from impact_cancellation where run = ?", run) == 1);
        runs.run();

        assertThat(numbers(impact(run))).startsWith("500/1200");
        await().untilAsserted(() -> assertThat(TestTopics.read(Topics.IMPACT, run.toString(), ImpactReported.class))
                .extracting(ImpactReported::state)
                .containsExactly(State.RUNNING, State.CANCELLED));
    }

    @Test
    void aNewerRunOfTheDraftTakesThePlaceOfTheOlder() {
        rated("kafka 4");
        UUID first = request(asksSenior(5));
        runs.run();
        clock.set(NOW.plusSeconds(1));
        UUID second = request(asksSenior(4));
        runs.run();

        assertThat(get(hr(), PATH + first).status()).isEqualTo(404);
        assertThat(numbers(impact(second))).endsWith("0 fall, 0 insufficient, 1 unchanged");
        assertThat(others.count("select count(*) from impact_person where run = ?", first))
                .isZero();
    }

    @Test
    void anUnusableDraftFailsWithAReason() {
        rated("kafka 4");

        UUID run = request(ExampleFramework.later(framework, List.of("java"), "kafka"));
        runs.run();

        assertThat(impact(run).at("/state").asString()).isEqualTo("FAILED");
        assertThat(impact(run).at("/failure").asString()).contains("kafka", "validation");
    }

    @Test
    void curatorsDoNotSeeGroupsOfFewerThanFive() {
        crowd(6);
        rated("kafka 4");

        UUID run = request(asksSenior(5));
        runs.run();

        JsonNode seen = get(CURATOR, PATH + run).body();
        assertThat(seen.at("/falls").asInt()).as("the total").isOne();
        assertThat(seen.at("/roles").size()).isEqualTo(2);
        assertThat(seen.at("/roles/0/counts").isNull())
                .as("or a subtraction would tell")
                .isTrue();
        assertThat(seen.at("/roles/1/counts").isNull()).isTrue();
        assertThat(seen.at("/causes")).isEmpty();
        assertThat(impact(run).at("/roles/1/counts/falls").asInt()).isOne();
    }

    @Test
    void aRunGivenUpWhileItsRequestWaitsNeverBegins() {
        UUID run = UUID.randomUUID();
        FrameworkDocument document = asksSenior(5);
        others.tell(
                Topics.IMPACT_REQUESTS,
                run.toString(),
                ImpactRequested.TYPE,
                new ImpactRequested(run, framework, draft, 1, 3, clock.instant(), document));
        others.tell(Topics.IMPACT_REQUESTS, run.toString(), ImpactCancelled.TYPE, new ImpactCancelled(run));

        await().untilAsserted(() -> assertThat(TestTopics.read(Topics.IMPACT, run.toString(), ImpactReported.class))
                .extracting(ImpactReported::state)
                .containsExactly(State.CANCELLED));
        others.publish(2, document, NOW);
        UUID next = request(3, asksSenior(4));
        runs.run();

        assertThat(impact(next).at("/state").asString()).isEqualTo("DONE");
        assertThat(get(hr(), PATH + run).status()).isEqualTo(404);
        assertThat(TestTopics.read(Topics.IMPACT, run.toString(), ImpactReported.class))
                .hasSize(1);
    }

    private UUID rated(String rating) {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, rating));
        return engineer;
    }

    private FrameworkDocument asksSenior(double kafka) {
        return ExampleFramework.document(framework, 365, kafka);
    }

    /** As catalog-service asks; waits until it is known here. */
    private UUID request(FrameworkDocument document) {
        return request(2, document);
    }

    private UUID request(int version, FrameworkDocument document) {
        UUID run = UUID.randomUUID();
        Instant now = clock.instant();
        others.tell(
                Topics.IMPACT_REQUESTS,
                run.toString(),
                ImpactRequested.TYPE,
                new ImpactRequested(run, framework, draft, 1, version, now, document));
        await().until(() -> others.count("select count(*) from impact_run where id = ?", run) == 1);
        return run;
    }

    private JsonNode impact(UUID run) {
        Answer answer = get(hr(), PATH + run);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<JsonNode> people(UUID run, String query) {
        return get(hr(), PATH + run + "/people" + query)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private JsonNode onlyPerson(UUID run, String query) {
        List<JsonNode> people = people(run, query);
        assertThat(people).hasSize(1);
        return people.getFirst();
    }

    private static String numbers(JsonNode impact) {
        return "%d/%d: %d rise, %d fall, %d insufficient, %d unchanged"
                .formatted(
                        impact.at("/done").asLong(),
                        impact.at("/total").asLong(),
                        impact.at("/rises").asLong(),
                        impact.at("/falls").asLong(),
                        impact.at("/insufficient").asLong(),
                        impact.at("/unchanged").asLong());
    }

    private @Nullable String levels() {
        return jdbc.sql("select string_agg(level::text, ';' order by engineer) from engineer_level level"
                        + " where framework = ?")
                .param(framework)
                .query(String.class)
                .single();
    }

    private Map<UUID, String> verified() {
        Map<UUID, String> verified = new HashMap<>();
        jdbc.sql("select engineer, coalesce(verified, '-') as verified from engineer_level where framework = ?")
                .param(framework)
                .query(row -> {
                    verified.put(row.getObject("engineer", UUID.class), row.getString("verified"));
                });
        return verified;
    }

    /** Backend engineers nobody has rated, as if profile-service had told them. */
    private void crowd(int people) {
        jdbc.sql("""
                        with crowd as (
                            insert into known_engineer (engineer, revision, recorded_at, state)
                            select gen_random_uuid(), 1, now(), 'ACTIVE' from generate_series(1, :people)
                            returning engineer)
                        insert into known_role_assignment (engineer, framework, role, from_day, recorded_at)
                        select engineer, :framework, :role, date '2020-01-01', timestamptz '2020-01-01' from crowd
                        """)
                .param("people", people)
                .param("framework", framework)
                .param("role", BACKEND)
                .update();
    }
}
