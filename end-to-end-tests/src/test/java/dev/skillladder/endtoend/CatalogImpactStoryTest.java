package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a draft would do to people, who may see it, who has to agree, and what survives a crash: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogImpactStoryTest {

    /** More than a batch of 500 together with the example's three. */
    private static final int CROWD = 520;

    private static final int EVERYBODY = CROWD + 3;

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.IMPACT);
    private final Api curator = example.as("curator");
    private final String framework = "/api/catalog/frameworks/" + example.framework();
    private String draft = "";

    @Test
    @Order(1)
    void withoutARunNothingIsPublished() throws IOException {
        example.publish(example.document());
        draft = requiring("java", 5);
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .as("that nobody was heard of is no answer")
                .isEqualTo("impact-missing");

        example.hire();
        eventually()
                .untilAsserted(() -> example.as(MANAGER)
                        .post(
                                "/api/assessments/reviews",
                                example.review(
                                        "MANAGER",
                                        Map.of("java", 4, "kafka", 4, "sql", 3, "testing", 4, "mentoring", 2)))
                        .expect(201));
        eventually().untilAsserted(() -> assertThat(verified()).isEqualTo("mid"));
    }

    @Test
    @Order(2)
    void curatorsSeeNumbersAndHrSeesWhoAndWhy() {
        example.as(ENGINEER).post(draft + "/impact", Map.of()).expect(403);
        example.as("hr").post(draft + "/impact", Map.of()).expect(403);
        JsonNode impact = example.lookAtImpact(draft);
        assertThat(impact.path("falls").asInt()).isEqualTo(1);
        assertThat(impact.path("total").asInt()).isEqualTo(3);

        String details = impact.path("details").asString();
        example.as(ENGINEER).get(details).expect(403);
        curator.get(details + "/people").expect(403);
        JsonNode person = example.as("hr")
                .get(details + "/people?change=FALL&team=" + example.team + "&role=developer")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(person.path("engineer").asString())
                .isEqualTo(example.id(ENGINEER).toString());
        assertThat(person.path("before").asString()).isEqualTo("mid");
        assertThat(person.at("/cause/what").asString()).isEqualTo("ASKS_MORE");
        assertThat(person.at("/cause/level").asString()).isEqualTo("mid");
        assertThat(person.at("/cause/skill").asString()).isEqualTo("java");
        JsonNode counts = example.as("hr").get(details).expect(200).json();
        assertThat(counts.at("/teams/0/counts/falls").asInt()).isEqualTo(1);
        assertThat(counts.at("/roles/0/role").asString()).isEqualTo("developer");
        assertThat(curator.get(details).expect(200).json().at("/roles/0/counts").isNull())
                .as("three people are too few to be shown")
                .isTrue();
        assertThat(verified()).as("nothing is stored").isEqualTo("mid");
    }

    @Test
    @Order(3)
    void manyChangesNeedAnotherCuratorWhoSawThisRevision() {
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .isEqualTo("second-curator-needed");
        assertThat(problem(curator.post(draft + "/approval", Map.of()).expect(403)))
                .isEqualTo("not-a-second-curator");
        example.as("hr").post(draft + "/approval", Map.of()).expect(403);
        example.as("cocurator").post(draft + "/approval", Map.of()).expect(200);
        example.as("cocurator").post(draft + "/approval", Map.of()).expect(200);
        assertThat(curator.get(framework + "/history").expect(200).json().path("items").values().stream()
                        .filter(entry -> entry.path("what").asString().equals("APPROVED"))
                        .map(entry -> entry.path("by").asString()))
                .as("twice is once")
                .containsExactly("cocurator");

        patch("/roles/0/requirements/" + requirement("mid", "java") + "/importance", 4);
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .as("another revision")
                .isEqualTo("impact-missing");
        example.lookAtImpact(draft);
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .isEqualTo("second-curator-needed");
        example.as("cocurator").post(draft + "/approval", Map.of()).expect(200);
        assertThat(example.publish(draft)).isEqualTo(2);
        eventually().untilAsserted(() -> assertThat(verified()).isEqualTo("junior"));
    }

    @Test
    @Order(4)
    void mergesTakeWhatTheirMappingsSayAndAreReversibleUntilPublished() {
        draft = draft();
        ObjectNode document = (ObjectNode) curator.get(draft).json().path("document");
        ObjectNode before = document.deepCopy();
        merge(document, "java", "sql", "coding");
        merge(document, "testing", "mentoring", "practice").put("reducer", "HIGHEST");
        save(document);
        assertThat(counts().path("MERGED").asInt()).isEqualTo(2);
        save(before);
        assertThat(counts().size()).as("taken back").isZero();
        save(document);

        assertThat(example.publishLooked(draft)).isEqualTo(3);
        eventually()
                .untilAsserted(() ->
                        assertThat(level().path("frameworkVersion").asInt()).isEqualTo(3));
        JsonNode explanation = explanation("");
        assertThat(mean(explanation, "coding"))
                .as("without a reducer the mean of java 4 and sql 3")
                .isEqualTo(3.5);
        assertThat(mean(explanation, "practice"))
                .as("the higher of testing 4 and mentoring 2")
                .isEqualTo(4);
        assertThat(explanation.toString()).as("traceable").contains("java").contains("sql");
    }

    @Test
    @Order(5)
    void aRunIsGivenUpOnItsWay() throws Exception {
        hireACrowd();
        draft = changedHalfLife(400);
        try (Connection hold = assessments()) {
            hold.createStatement().execute("lock table impact_count in share mode");
            JsonNode asked =
                    curator.post(draft + "/impact", Map.of()).expect(202).json();
            String run = draft + "/impact/" + asked.path("run").asString();
            awaitInAssessments("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like"
                    + " '%impact_count%'");
            assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                    .isEqualTo("impact-running");
            example.as("hr").send("DELETE", run, null, Map.of()).expect(403);
            curator.send("DELETE", draft + "/impact/" + UUID.randomUUID(), null, Map.of())
                    .expect(404);
            curator.send("DELETE", run, null, Map.of()).expect(202);
            awaitInAssessments("select count(*) from impact_cancellation where run = '"
                    + asked.path("run").asString() + "'");
        }

        eventually()
                .untilAsserted(
                        () -> assertThat(impact().path("state").asString()).isEqualTo("CANCELLED"));
        assertThat(impact().path("done").asInt()).as("it ended after its batch").isEqualTo(500);
        assertThat(impact().path("total").asInt()).isEqualTo(EVERYBODY);
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .isEqualTo("impact-missing");
    }

    @Test
    @Order(6)
    void aRecomputationGoesOnAfterACrashWhereItWas() throws Exception {
        try (Connection hold = assessments()) {
            hold.createStatement().execute("""
                    select engineer from known_engineer where engineer = (
                        select engineer from known_role_assignment where framework = '%s' order by engineer desc limit 1)
                    for update
                    """.formatted(example.framework()));
            assertThat(example.publishLooked(draft)).isEqualTo(4);
            eventually().untilAsserted(() -> {
                assertThat(job().path("state").asString()).isEqualTo("RUNNING");
                assertThat(job().path("done").asInt()).isEqualTo(500);
            });
            assertThat(job().path("total").asInt()).isEqualTo(EVERYBODY);
            example.as(ENGINEER)
                    .get("/api/assessments/recomputations?framework=" + example.framework())
                    .expect(403);

            installation.stack().kill(Part.ASSESSMENT);
        }
        installation.stack().start(Part.ASSESSMENT);

        Awaitility.await("the rest is recomputed")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(job().path("state").asString()).isEqualTo("DONE"));
        assertThat(job().path("done").asInt()).as("nobody twice").isEqualTo(EVERYBODY);
        assertThat(level().path("frameworkVersion").asInt()).isEqualTo(4);
        JsonNode verification = example.as("operator")
                .post("/api/assessments/recomputations/verification", Map.of())
                .expect(200)
                .json();
        assertThat(verification.path("differences").asLong(-1))
                .as(verification.toString())
                .isZero();
    }

    @Test
    @Order(7)
    void aRunIsGivenUpBeforeAnybodyHeardOfIt() {
        draft = changedHalfLife(300);
        installation.stack().kill(Part.ASSESSMENT);
        String run = curator.post(draft + "/impact", Map.of())
                .expect(202)
                .json()
                .path("run")
                .asString();
        curator.send("DELETE", draft + "/impact/" + run, null, Map.of()).expect(202);

        installation.stack().start(Part.ASSESSMENT);

        eventually()
                .untilAsserted(
                        () -> assertThat(impact().path("state").asString()).isEqualTo("CANCELLED"));
        assertThat(impact().path("done").asInt()).as("nobody was looked at").isZero();
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .isEqualTo("impact-missing");
    }

    @Test
    @Order(8)
    void anOwnRuleNamesTheLineThatMovesPeople() {
        draft = draft();
        save(ruled(10));
        assertThat(example.publishLooked(draft)).isEqualTo(5);
        eventually().untilAsserted(() -> assertThat(verified()).isEqualTo("senior"));

        draft = draft();
        save(ruled(12));
        String details = example.lookAtImpact(draft).path("details").asString();

        JsonNode person = example.as("hr")
                .get(details + "/people?change=FALL")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(person.path("engineer").asString())
                .isEqualTo(example.id(ENGINEER).toString());
        assertThat(person.at("/cause/what").asString()).isEqualTo("RULE");
        assertThat(person.at("/cause/level").asString()).isEqualTo("senior");
        assertThat(person.at("/cause/line/part").asString()).isEqualTo("CONDITION");
        assertThat(person.at("/cause/line/of").asString()).isEqualTo("together");
        assertThat(example.as("hr")
                        .get(details)
                        .expect(200)
                        .json()
                        .at("/causes/0/line/of")
                        .asString())
                .isEqualTo("together");
    }

    /** Levels by the sum of what the manager says of three skills: 3.5, 4 and 4 for the engineer. */
    private ObjectNode ruled(int seniorFrom) {
        ObjectNode document = (ObjectNode) curator.get(draft).json().path("document");
        ObjectNode definition =
                document.putObject("rule").put("type", "declarative").putObject("definition");
        ObjectNode rating = definition.putArray("ratings").addObject();
        rating.put("id", "manager").put("reducer", "MEAN").put("missing", "UNKNOWN");
        rating.putArray("kinds").add("MANAGER");
        rating.putObject("rounding").put("mode", "NONE");
        ObjectNode group = definition.putArray("groups").addObject();
        group.put("id", "together").put("rating", "manager").put("rollUp", "SUM");
        group.putObject("over").putArray("skills").add("coding").add("kafka").add("practice");
        ArrayNode tracks = definition.putArray("tracks");
        List<String> levels = document.at("/ladders/0/levels").values().stream()
                .map(level -> level.path("id").asString())
                .toList();
        document.path("roles").values().forEach(role -> {
            String id = role.path("id").asString();
            ObjectNode track = tracks.addObject();
            track.put("id", id).put("role", id).put("decision", "CUMULATIVE");
            track.putObject("name").put("zh", "总分").put("en", "Sum");
            ArrayNode steps = track.putArray("levels");
            for (String level : levels) {
                steps.addObject()
                        .put("level", level)
                        .putArray("requires")
                        .addObject()
                        .put("group", "together")
                        .put("least", level.equals("senior") ? seniorFrom : levels.indexOf(level) + 1)
                        .put("absent", "FAIL");
            }
        });
        return document;
    }

    private void hireACrowd() throws InterruptedException, ExecutionException, SQLException {
        Api hr = example.as("hr");
        LocalDate since = LocalDate.parse("2026-01-01");
        try (var eight = Executors.newFixedThreadPool(8)) {
            List<Future<?>> hired = IntStream.range(0, CROWD)
                    .<Future<?>>mapToObj(number -> eight.submit(() -> {
                        UUID id = UUID.randomUUID();
                        hr.put(
                                        "/api/profiles/engineers/" + id,
                                        Map.of(
                                                "employeeNumber",
                                                "I-" + id,
                                                "name",
                                                Map.of("zh", "某人", "en", "Somebody " + number),
                                                "email",
                                                id + "@skillladder.example",
                                                "state",
                                                "ACTIVE"))
                                .expect(201);
                        hr.post(
                                        "/api/profiles/engineers/" + id + "/role-assignments",
                                        Map.of("framework", example.framework(), "role", "developer", "from", since))
                                .expect(201);
                    }))
                    .toList();
            for (Future<?> one : hired) {
                one.get();
            }
        }
        try (Connection assessments = assessments()) {
            eventually()
                    .until(
                            () -> count(
                                    assessments,
                                    "select count(*) from engineer_level where framework = '" + example.framework()
                                            + "'"),
                            found -> found == EVERYBODY);
        }
    }

    private void awaitInAssessments(String sql) throws SQLException {
        try (Connection observer =
                DriverManager.getConnection(installation.stack().jdbcUrl(Part.ASSESSMENT))) {
            eventually().until(() -> count(observer, sql) > 0);
        }
    }

    /** In a transaction that holds its locks until it is closed. */
    private Connection assessments() throws SQLException {
        Connection connection = DriverManager.getConnection(installation.stack().jdbcUrl(Part.ASSESSMENT));
        connection.setAutoCommit(false);
        return connection;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String draft() {
        return example.draftOfLatest();
    }

    private String requiring(String skill, double proficiency) {
        draft = draft();
        patch("/roles/0/requirements/" + requirement("mid", skill) + "/proficiency", proficiency);
        patch("/roles/0/requirements/" + requirement("senior", skill) + "/proficiency", proficiency);
        return draft;
    }

    private String changedHalfLife(int days) {
        draft = draft();
        patch("/parameters/halfLifeDays", days);
        return draft;
    }

    private int requirement(String level, String skill) {
        JsonNode requirements = curator.get(draft).json().at("/document/roles/0/requirements");
        return IntStream.range(0, requirements.size())
                .filter(i -> requirements.path(i).path("level").asString().equals(level)
                        && requirements.path(i).path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow();
    }

    private void patch(String path, Number value) {
        curator.send(
                        "PATCH",
                        draft,
                        "[{\"op\": \"replace\", \"path\": \"%s\", \"value\": %s}]".formatted(path, value),
                        Map.of(
                                "Content-Type",
                                "application/json-patch+json",
                                "If-Match",
                                curator.get(draft).etag()))
                .expect(200);
    }

    private void save(ObjectNode document) {
        ObjectNode body = document.objectNode();
        body.set("document", document);
        curator.send(
                        "PUT",
                        draft,
                        body.toString(),
                        Map.of("If-Match", curator.get(draft).etag()))
                .expect(200);
    }

    private static ObjectNode merge(ObjectNode document, String one, String other, String into) {
        Document.replaceSkill(document, one, into);
        Document.without(document, other);
        return Document.map(document, "MERGE", List.of(one, other), List.of(into));
    }

    private JsonNode counts() {
        return curator.get(draft + "/diff").expect(200).json().path("counts");
    }

    private JsonNode impact() {
        return curator.get(draft + "/impact").expect(200).json();
    }

    private JsonNode job() {
        return curator.get("/api/assessments/recomputations?framework=" + example.framework())
                .expect(200)
                .json()
                .at("/items/0");
    }

    private JsonNode level() {
        return example.as(MANAGER)
                .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/level")
                .expect(200)
                .json();
    }

    private String verified() {
        return level().path("verified").asString();
    }

    private JsonNode explanation(String query) {
        return example.as(MANAGER)
                .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/explanation" + query)
                .expect(200)
                .json();
    }

    private static double mean(JsonNode explanation, String skill) {
        return explanation.path("lines").values().stream()
                .filter(line -> line.path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow()
                .at("/estimate/mean")
                .asDouble();
    }

    private static String problem(Api.Answer answer) {
        return answer.json().path("type").asString().replaceFirst(".*/", "");
    }
}
