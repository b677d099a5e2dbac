package dev.skillladder.assessment.recomputation;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.MERGE;
import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.REPLACE;
import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.SPLIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.BatchOf;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.level.Verification;
import dev.skillladder.assessment.level.VerifyLevels;
import dev.skillladder.assessment.observation.TakeInObservations;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Reducer;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Versions that split, merge and replace skills, from the log to the level. */
class SkillsThatChangeTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final Instant BEFORE = Instant.parse("2026-10-01T00:00:00Z");

    private static final SkillMapping MERGED =
            new SkillMapping(MERGE, List.of("kafka", "sql"), List.of("data"), Reducer.LOWEST);
    private static final SkillMapping DIVIDED =
            new SkillMapping(SPLIT, List.of("data"), List.of("streams", "storage"), null);
    private static final SkillMapping RENEWED = new SkillMapping(REPLACE, List.of("streams"), List.of("flows"), null);

    @Autowired
    private Recompute recompute;

    @Autowired
    private Replay replay;

    @Autowired
    private VerifyLevels verify;

    @Autowired
    private TakeInObservations takeIn;

    @Autowired
    private TransactionOperations transactions;

    private String framework;

    @BeforeEach
    void anExample() {
        recompute.run();
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
    }

    @Test
    void observationsFollowMergedSkillsAndStayTraceable() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer,
                3,
                observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "kafka 5", "sql 3"),
                observed(engineer, Kind.PEER, "p", framework, DAY.minusDays(60), BEFORE, "kafka 3"));
        String log = log(engineer);
        String levelThen = level(engineer, "?asOf=2026-10-31").toString();
        String historyThen = history(engineer);

        publish(2, merged(), NOW.toString());
        recompute.run();

        assertThat(log(engineer)).as("append-only").isEqualTo(log);
        assertThat(estimatedSkills(engineer)).containsExactly("data");
        JsonNode level = level(engineer, "");
        assertThat(level.at("/frameworkVersion").asInt()).isEqualTo(2);
        assertThat(level.at("/verified").asString())
                .as("the lowest of 5 and 3, and 3")
                .isEqualTo("mid");
        assertThat(withoutTimes(level(engineer, "?asOf=2026-10-31").toString())).isEqualTo(withoutTimes(levelThen));
        assertThat(history(engineer)).as("only the newest point is new").endsWith(historyThen.substring(1));

        JsonNode line = get(hr(), path(engineer, "/explanation")).body().at("/lines/0");
        assertThat(line.at("/skill").asString()).isEqualTo("data");
        assertThat(line.at("/inputs")).hasSize(2);
        assertThat(line.at("/inputs/0/observedAs").toString())
                .isEqualTo("[{\"skill\":\"kafka\",\"frameworkVersion\":1},{\"skill\":\"sql\",\"frameworkVersion\":1}]");
        JsonNode observation = get(hr(), path(engineer, "/observations")).body().at("/items/0");
        assertThat(observation.at("/frameworkVersion").asInt()).isEqualTo(1);
        assertThat(observation.at("/countsFor").toString()).isEqualTo("[\"data\"]");
        assertProven(engineer);
    }

    @Test
    void aChainOfVersionsIsFollowedToItsEndAlsoByWhatArrivesLate() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        publish(2, merged(), "2026-10-10T00:00:00Z");
        publish(3, divided(), "2026-10-20T00:00:00Z");
        publish(4, renewed(), NOW.toString());
        recompute.run();

        others.observe(
                engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "kafka 4"));
        assertThat(estimatedSkills(engineer)).containsExactly("flows", "storage");
        assertThat(level(engineer, "").at("/verified").asString()).isEqualTo("senior");

        others.observe(
                engineer, 2, observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "sql 3"));
        assertThat(level(engineer, "").at("/verified").asString())
                .as("lowest of 4 and 3")
                .isEqualTo("mid");
        assertThat(level(engineer, "?asOf=2026-10-15").at("/frameworkVersion").asInt())
                .isEqualTo(2);
        assertThat(level(engineer, "?asOf=2026-10-15").at("/verified").asString())
                .isEqualTo("mid");
        assertProven(engineer);
    }

    @Test
    void contestsFollowTheirSkill() {
        UUID director = others.engineer(null);
        UUID head = others.engineer(director);
        UUID manager = others.engineer(head);
        UUID engineer = others.engineer(manager, role(framework, STREAMING));
        others.observe(
                engineer,
                3,
                observed(
                        engineer,
                        Kind.MANAGER,
                        manager.toString(),
                        framework,
                        DAY.minusDays(60),
                        BEFORE,
                        "kafka 4",
                        "sql 4"),
                observed(engineer, Kind.MANAGER, head.toString(), framework, DAY.minusDays(60), BEFORE, "kafka 3"));
        assertThat(contest(engineer, "{\"skill\": \"kafka\", \"reason\": \"I ran it alone.\"}")
                        .status())
                .isEqualTo(201);
        publish(2, merged(), "2026-10-10T00:00:00Z");
        publish(3, divided(), NOW.toString());
        recompute.run();

        JsonNode contest = get(tokenOf(engineer), "/api/assessments/contests?engineer=" + engineer)
                .body()
                .at("/items/0");
        assertThat(contest.at("/line/skill").asString())
                .as("as it was contested")
                .isEqualTo("kafka");
        assertThat(contest.get("skillsNow").toString()).isEqualTo("[\"storage\",\"streams\"]");
        assertThat(get(tokenOf(engineer), path(engineer, "/explanation")).body().get("lines"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.get("flags").toString()).contains("CONTESTED"));
        assertThat(contest(engineer, "{\"skill\": \"streams\", \"reason\": \"Again.\"}")
                        .status())
                .as("contested already, under its old name")
                .isEqualTo(409);
        JsonNode input = contest(
                        engineer, "{\"skill\": \"streams\", \"inputKind\": \"MANAGER\", \"reason\": \"Too low.\"}")
                .body();
        assertThat(input.path("assignedTo").asString())
                .as("the head rated it under its old name")
                .isEqualTo(director.toString());
    }

    @Test
    void whoConfirmsAloneHasReviewedWhatASkillWasBefore() {
        UUID manager = others.engineer(null);
        UUID engineer = others.engineer(manager, role(framework, STREAMING));
        send(
                tokenOf(engineer),
                "PUT",
                path(engineer, "/human-review-only"),
                "{\"humanOnly\": true, \"reason\": \"A person should look.\"}");
        others.observe(engineer, 1, said(engineer, manager, 1, false));
        publish(2, merged(), NOW.toString());
        recompute.run();

        others.observe(engineer, 2, said(engineer, manager, 2, true));
        Answer refused = confirm(engineer, manager);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asString()).as("taken back").contains("Missing: data");

        others.observe(engineer, 3, said(engineer, manager, 3, false));
        assertThat(confirm(engineer, manager).status()).isEqualTo(201);
    }

    private ObservationsRecorded said(UUID engineer, UUID manager, long revision, boolean retracted) {
        return new ObservationsRecorded(
                engineer,
                Kind.MANAGER,
                manager.toString(),
                "review",
                framework,
                1,
                DAY,
                NOW,
                revision,
                List.of(new Rating("kafka", 5, 1, null, retracted)));
    }

    private Answer confirm(UUID engineer, UUID manager) {
        String seen = raw(tokenOf(manager), "GET", "/api/assessments/proposals/" + engineer, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return send(
                tokenOf(manager),
                "POST",
                path(engineer, "/decisions"),
                "{\"outcome\": \"CONFIRMED\", \"level\": \"senior\", \"reason\": \"Led the migration.\"}",
                "If-Match",
                seen);
    }

    private Answer contest(UUID engineer, String body) {
        return post(tokenOf(engineer), "/api/assessments/contests", body);
    }

    @Test
    void aRenamedSkillKeepsItsIdAndItsObservations() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "kafka 4"));

        publish(2, ExampleFramework.later(framework, List.of("kafka"), "kafka"), NOW.toString());
        recompute.run();

        assertThat(level(engineer, "").at("/frameworkVersion").asInt()).isEqualTo(2);
        assertThat(level(engineer, "").at("/verified").asString()).isEqualTo("senior");
        assertThat(get(hr(), path(engineer, "/observations"))
                        .body()
                        .at("/items/0/countsFor")
                        .isNull())
                .isTrue();
    }

    @Test
    void aVersionWaitsForTheOneBefore() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "kafka 4"));

        others.tellVersion(3, divided(), NOW, false);
        publish(2, merged(), "2026-10-10T00:00:00Z");
        others.awaitVersion(framework, 3);
        recompute.run();

        assertThat(level(engineer, "").at("/frameworkVersion").asInt()).isEqualTo(3);
        assertThat(level(engineer, "").at("/verified").asString()).isEqualTo("senior");
        assertProven(engineer);
    }

    @Test
    void whoHoldsNoRoleIsFollowedToo() {
        UUID engineer = others.engineer(null);
        others.observe(
                engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(60), BEFORE, "kafka 4"));

        publish(2, merged(), NOW.toString());
        recompute.run();

        assertThat(estimatedSkills(engineer)).containsExactly("data");
        assertProven(engineer);
    }

    @Test
    void whateverComesInWhateverOrderEqualsTheLogReplayed() {
        Random random = new Random(20261101);
        List<UUID> people = List.of(
                others.engineer(null, role(framework, STREAMING)),
                others.engineer(null, role(framework, STREAMING)),
                others.engineer(null));
        List<FrameworkDocument> versions = List.of(merged(), divided(), renewed());
        List<List<String>> skills =
                List.of(ExampleFramework.SKILLS, skills(merged()), skills(divided()), skills(renewed()));
        List<ObservationsRecorded> sent = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int newest = 1; newest <= 4; newest++) {
            for (int batch = 0; batch < 8; batch++) {
                BatchOf events = new BatchOf();
                for (int i = 0; i < 10; i++) {
                    int version = 1 + random.nextInt(newest);
                    sent.add(anyEvent(random, people.get(random.nextInt(3)), version, skills.get(version - 1)));
                    ids.add(new UUID(random.nextLong(), random.nextLong()).toString());
                    events.add(ids.getLast(), sent.getLast());
                }
                int again = random.nextInt(sent.size());
                events.add(ids.get(again), sent.get(again));
                transactions.executeWithoutResult(_ -> takeIn.handle(events));
                assertThat(events.rejected()).isEmpty();
            }
            if (newest < 4) {
                publish(newest + 1, versions.get(newest - 1), NOW.toString());
                recompute.step();
                recompute.run();
            }
        }

        assertThat(verify.everybody().first())
                .extracting(Verification.Difference::engineer)
                .doesNotContainAnyElementsOf(people);
        assertThat(others.count(
                        "select count(*) from estimate where framework = ? and skill in ('kafka', 'sql', 'data')",
                        framework))
                .as("skills that are gone")
                .isZero();
    }

    private ObservationsRecorded anyEvent(Random random, UUID engineer, int version, List<String> skills) {
        Kind kind = Kind.values()[random.nextInt(4)];
        LocalDate day = DAY.minusDays(random.nextInt(600));
        List<String> rated = new ArrayList<>(new HashSet<>(skills));
        Collections.shuffle(rated, random);
        return new ObservationsRecorded(
                engineer,
                kind,
                "source-" + random.nextInt(3),
                "origin",
                framework,
                version,
                day,
                NOW.minusSeconds(random.nextInt(1000)),
                1 + random.nextInt(3),
                rated.subList(0, 1 + random.nextInt(rated.size())).stream()
                        .map(skill -> new Rating(
                                skill,
                                1 + random.nextInt(9) / 2.0,
                                random.nextBoolean() ? 1 : .5,
                                kind == Kind.EVIDENCE && random.nextBoolean()
                                        ? day.plusDays(random.nextInt(600))
                                        : null,
                                random.nextInt(6) == 0))
                        .toList());
    }

    private static List<String> skills(FrameworkDocument document) {
        return document.skills().stream().map(FrameworkDocument.Skill::id).toList();
    }

    private FrameworkDocument merged() {
        return ExampleFramework.later(framework, List.of("java", "data", "testing", "mentoring"), "data", MERGED);
    }

    private FrameworkDocument divided() {
        return ExampleFramework.later(framework, List.of("java", "streams", "storage"), "streams", DIVIDED);
    }

    private FrameworkDocument renewed() {
        return ExampleFramework.later(framework, List.of("java", "flows", "storage"), "flows", RENEWED);
    }

    private void publish(int version, FrameworkDocument document, String at) {
        others.publish(version, document, Instant.parse(at));
    }

    /** What is stored equals the log, read from the table and from the topic. */
    private void assertProven(UUID engineer) {
        assertThat(verify.everybody().first())
                .extracting(Verification.Difference::engineer)
                .doesNotContain(engineer);
        Replay.Comparison comparison = replay.compare(Set.of(engineer));
        assertThat(comparison.observations()).isEqualTo(others.logged(engineer));
        assertThat(comparison.differentObservations()).isZero();
        assertThat(comparison.differentEstimates()).isZero();
        assertThat(comparison.differentLevels()).isZero();
    }

    private List<String> estimatedSkills(UUID engineer) {
        return jdbc.sql("select skill from estimate where engineer = ? order by skill")
                .param(engineer)
                .query(String.class)
                .list();
    }

    private String log(UUID engineer) {
        return jdbc.sql("select string_agg(observation::text, ';' order by event_id, skill) from observation where"
                        + " engineer = ?")
                .param(engineer)
                .query(String.class)
                .single();
    }

    private String history(UUID engineer) {
        return get(hr(), path(engineer, "/history")).body().at("/items").toString();
    }

    private JsonNode level(UUID engineer, String query) {
        Answer answer = get(hr(), path(engineer, "/level" + query));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String withoutTimes(String level) {
        return level.replaceAll("\"computedAt\":\"[^\"]*\"", "");
    }

    private static String path(UUID engineer, String what) {
        return "/api/assessments/engineers/" + engineer + what;
    }
}
