package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.SECOND_PEER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people waive, decide and give on, and what the machine makes of it: exemptions, human review only, contests that go to
 * somebody else and into a new framework version, what runs out, and who only stamps. One story in steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleDecideStoryTest {

    private static final String CONTESTS = "/api/assessments/contests";
    private static final String REVIEWS = "/api/assessments/reviews";

    /** Above the manager. */
    private static final String HEAD = STRANGER;

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.PEOPLE);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Api manager = example.as(MANAGER);
    private final Api self = example.as(ENGINEER);
    private final Api hr = example.as("hr");
    private final String engineer = about(ENGINEER);
    private final String proposed = about(FIRST_PEER);

    private String contest = "";

    @Test
    @Order(1)
    void aTeamIsReviewed() throws IOException {
        ObjectNode document = example.document();
        addStreamers(document);
        assertThat(example.publish(document)).isEqualTo(1);
        example.hire();
        hr.post(
                        "/api/profiles/engineers/" + example.id(MANAGER) + "/reporting-lines",
                        Map.of("manager", example.id(HEAD), "kind", "SOLID", "from", "2025-01-01"))
                .expect(200, 201);
        review(example.id(ENGINEER), WorkedExample.DAY, Map.of("kafka", 1, "sql", 3, "testing", 3, "mentoring", 2));
        review(
                example.id(FIRST_PEER),
                WorkedExample.DAY,
                Map.of("java", 5, "kafka", 5, "sql", 5, "testing", 5, "mentoring", 5));
        eventually().untilAsserted(() -> assertThat(state("")).isEqualTo("PROPOSE"));
        eventually()
                .untilAsserted(() -> assertThat(manager.get("/api/assessments/inbox")
                                .expect(200)
                                .body())
                        .contains("PROPOSAL_WAITING"));
    }

    @Test
    @Order(2)
    void whatIsWaivedIsWaivedInEveryAnswer() {
        assertThat(read(self, engineer + "/level").path("verified").isNull()).isTrue();
        assertThat(landing()).isEqualTo("junior");
        String java = waive("java");
        String kafka = waive("kafka");

        assertThat(read(self, engineer + "/level").path("verified").asString()).isEqualTo("mid");
        JsonNode way = read(self, engineer + "/next-level");
        assertThat(way.path("target").asString()).isEqualTo("senior");
        assertThat(way.path("paths").toString()).doesNotContain("\"java\"").doesNotContain("\"kafka\"");
        assertThat(way.at("/paths/0/verified").asString()).isEqualTo("senior");
        var raised = Map.of("raises", List.of(Map.of("skill", "sql", "to", 3)));
        JsonNode whatIf = self.post(engineer + "/what-if", raised).expect(200).json();
        assertThat(whatIf.at("/now/verified").asString()).isEqualTo("mid");
        assertThat(whatIf.at("/then/verified").asString()).isEqualTo("mid");
        assertThat(landing()).isEqualTo("senior");
        String candidates = "/api/assessments/roles/" + example.framework() + "/streamer/candidates";
        self.get(candidates).expect(403);
        assertThat(of(ENGINEER, read(manager, candidates).path("items"))
                        .path("verified")
                        .asString())
                .isEqualTo("senior");

        for (String exemption : List.of(java, kafka)) {
            hr.post(engineer + "/exemptions/" + exemption + "/end", Map.of("reason", "There is time to learn it now."))
                    .expect(200);
        }
        assertThat(read(self, engineer + "/level").path("verified").isNull()).isTrue();
        assertThat(landing()).isEqualTo("junior");
    }

    @Test
    @Order(3)
    void aboutWhomOnlyPeopleJudgeTheMachineProposesNothing() {
        Api peer = example.as(FIRST_PEER);
        var wish = Map.of("humanOnly", true, "reason", "A person should look.");
        example.as(SECOND_PEER).put(proposed + "/human-review-only", wish).expect(403);
        peer.put(proposed + "/human-review-only", Map.of("humanOnly", true)).expect(422);
        assertThat(proposals()).contains(example.id(FIRST_PEER).toString());

        peer.put(proposed + "/human-review-only", wish).expect(200);

        assertThat(state("")).isEqualTo("HUMAN_REVIEW");
        assertThat(state("?asOf=" + today.minusDays(1)))
                .as("the day before it was said")
                .isEqualTo("PROPOSE");
        assertThat(proposals()).doesNotContain(example.id(FIRST_PEER).toString());
        JsonNode matrix = read(manager, "/api/assessments/teams/" + example.team + "/matrix");
        assertThat(of(FIRST_PEER, matrix.path("people")).path("state").asString())
                .isEqualTo("HUMAN_REVIEW");
        assertThat(hr.get("/api/reports/levels?format=csv&team=" + example.team)
                        .expect(200)
                        .body()
                        .lines())
                .anySatisfy(row -> assertThat(row).contains(FIRST_PEER).contains("HUMAN_REVIEW"));
        JsonNode summary = read(peer, proposed + "/explanation").path("summary");
        assertThat(summary.path("en").asString()).contains("Only people judge here");
        assertThat(summary.path("zh").asString()).contains("只由人评判");
        JsonNode verification = example.as("operator")
                .post("/api/assessments/recomputations/verification", Map.of())
                .expect(200)
                .json();
        assertThat(verification.toString())
                .doesNotContain(example.id(FIRST_PEER).toString())
                .doesNotContain(example.id(ENGINEER).toString());

        peer.put(proposed + "/human-review-only", Map.of("humanOnly", false, "reason", "Fine again."))
                .expect(200);
        assertThat(state("")).isEqualTo("PROPOSE");
    }

    @Test
    @Order(4)
    void aContestGoesOnToAnotherSecondPerson() {
        var line = Map.of("skill", "kafka", "level", "mid", "reason", "I ran the cluster alone.");
        JsonNode opened = self.post(CONTESTS, line).expect(201).json();
        contest = CONTESTS + "/" + opened.path("id").asString();
        assertThat(opened.path("assignedTo").asString())
                .isEqualTo(example.id(HEAD).toString());

        String path = contest + "/reassignment";
        Map<String, Object> wanted = Map.of(
                "assignedTo", example.id(SECOND_PEER), "dueOn", today.plusDays(7), "reason", "On leave until spring.");
        for (String wrong : List.of(ENGINEER, MANAGER, SECOND_PEER)) {
            example.as(wrong).post(path, wanted).expect(403);
        }
        for (String partial : List.of(ENGINEER, MANAGER, HEAD)) {
            hr.post(path, Map.of("assignedTo", example.id(partial), "reason", "Somebody has to."))
                    .expect(422);
        }
        hr.post(path, Map.of("assignedTo", example.id(SECOND_PEER))).expect(422);
        example.as(HEAD).post(path, wanted).expect(200);
        example.as(HEAD).post(path, wanted).expect(403);

        JsonNode moved = read(self, contest);
        assertThat(moved.path("assignedTo").asString())
                .isEqualTo(example.id(SECOND_PEER).toString());
        assertThat(moved.path("dueOn").asString()).isEqualTo(today.plusDays(7).toString());
        assertThat(moved.at("/reassignments/0/reason").asString()).isEqualTo("On leave until spring.");
        assertThat(read(example.as(SECOND_PEER), CONTESTS).path("items").size()).isEqualTo(1);
        assertThat(example.as(SECOND_PEER)
                        .get("/api/assessments/inbox")
                        .expect(200)
                        .body())
                .contains("CONTEST_ASSIGNED");
    }

    @Test
    @Order(5)
    void aContestFollowsItsSkillIntoANewVersion() {
        String draft = example.draftOfLatest();
        Api.Answer shown = example.as("curator").get(draft).expect(200);
        var renewed = (ObjectNode) JsonMapper.shared()
                .readTree(shown.json().path("document").toString().replace("\"kafka\"", "\"streaming\""));
        Document.map(renewed, "REPLACE", List.of("kafka"), List.of("streaming"));
        example.as("curator")
                .send(
                        "PUT",
                        draft,
                        JsonMapper.shared().writeValueAsString(Map.of("document", renewed)),
                        Map.of("If-Match", shown.etag()))
                .expect(200);
        example.publishLooked(draft);
        eventually()
                .untilAsserted(() -> assertThat(read(self, engineer + "/level")
                                .path("frameworkVersion")
                                .asInt())
                        .isEqualTo(2));

        JsonNode followed = read(self, contest);
        assertThat(followed.at("/line/skill").asString()).isEqualTo("kafka");
        assertThat(followed.path("skillsNow").toString()).isEqualTo("[\"streaming\"]");
        assertThat(line("streaming", "").path("flags").toString()).contains("CONTESTED");
        self.post(CONTESTS, Map.of("skill", "streaming", "level", "mid", "reason", "Again."))
                .expect(409);

        var verdict = Map.of("outcome", "DISMISSED", "reason", "Two others were on call.");
        example.as(HEAD).post(contest + "/decision", verdict).expect(403);
        example.as(SECOND_PEER).post(contest + "/decision", verdict).expect(200);
        example.as(SECOND_PEER).post(contest + "/decision", verdict).expect(409);
        hr.post(contest + "/reassignment", Map.of("assignedTo", example.id(HEAD), "reason", "Too late."))
                .expect(409);
        assertThat(line("streaming", "").path("flags").toString()).doesNotContain("CONTESTED");
    }

    @Test
    @Order(6)
    void whatRunsOutInNinetyDaysIsListedAndNothingIsDeleted() {
        String aged = about(SECOND_PEER);
        review(example.id(SECOND_PEER), today.minusDays(340), Map.of("java", 3, "sql", 3));
        eventually()
                .untilAsserted(() -> assertThat(
                                read(example.as(SECOND_PEER), aged + "/freshness?days=90")
                                        .path("items")
                                        .values()
                                        .stream()
                                        .map(skill -> skill.path("skill").asString()))
                        .containsExactly("java", "sql"));
        String unknownOn = today.minusDays(340).plusDays(366).toString();
        String team = "/api/assessments/teams/" + example.team + "/freshness";
        example.as(SECOND_PEER).get(team).expect(403);
        JsonNode items = read(manager, team).path("items");
        assertThat(items.size()).as("the others were reviewed lately").isEqualTo(2);
        assertThat(items.at("/0/unknownOn").asString()).isEqualTo(unknownOn);
        assertThat(read(manager, "/api/assessments/freshness").path("items"))
                .as("of the organisation a manager sees the people below")
                .isEqualTo(items);
        assertThat(read(hr, "/api/assessments/freshness?limit=200").toString())
                .contains(example.id(SECOND_PEER).toString());

        eventually()
                .untilAsserted(() -> assertThat(read(example.as(SECOND_PEER), "/api/assessments/inbox?limit=200")
                                .path("items"))
                        .filteredOn(notice -> notice.path("kind").asString().equals("RUNS_OUT_SOON"))
                        .singleElement()
                        .satisfies(notice -> {
                            assertThat(notice.at("/text/en").asString()).endsWith("unless they are shown again: 2.");
                            assertThat(notice.at("/text/zh").asString()).contains("2 项技能", "因过期而变为未知");
                        }));
        assertThat(manager.get("/api/assessments/inbox?limit=200").expect(200).body())
                .doesNotContain("RUNS_OUT_SOON");

        JsonNode later = read(example.as(SECOND_PEER), aged + "/explanation?asOf=" + unknownOn);
        JsonNode java = of("skill", "java", later.path("lines"));
        assertThat(java.path("flags").toString()).contains("STALE");
        assertThat(java.at("/requirements/0/status").asString()).isEqualTo("UNKNOWN");
        assertThat(java.at("/inputs/0/value").asDouble()).as("still there").isEqualTo(3);
        assertThat(java.at("/estimate/mean").asDouble()).isEqualTo(3);
    }

    @Test
    @Order(7)
    void whoOnlyStampsRaisesAnAlarm() {
        List<UUID> newcomers = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            newcomers.add(hire(number));
        }
        newcomers.forEach(newcomer -> review(
                newcomer,
                today.minusDays(1),
                Map.of("java", 5, "streaming", 5, "sql", 5, "testing", 5, "mentoring", 5)));
        newcomers.forEach(newcomer -> {
            String path = "/api/assessments/proposals/" + newcomer;
            eventually()
                    .untilAsserted(() -> assertThat(
                                    read(manager, path).path("proposed").asString(""))
                            .isEqualTo("senior"));
            var decision = Map.of("outcome", "CONFIRMED", "level", "senior", "reason", "As proposed.");
            manager.send(
                            "POST",
                            "/api/assessments/engineers/" + newcomer + "/decisions",
                            JsonMapper.shared().writeValueAsString(decision),
                            Map.of("If-Match", manager.get(path).expect(200).etag()))
                    .expect(201);
        });

        String share = "/api/assessments/decisions/unchanged?by=DECIDER&limit=200";
        manager.get(share).expect(403);
        JsonNode mine = of("id", example.id(MANAGER).toString(), read(hr, share).path("items"));
        assertThat(mine.path("n").asInt()).isEqualTo(10);
        assertThat(mine.path("unchanged").asInt()).isEqualTo(10);
        assertThat(mine.path("share").asDouble()).isEqualTo(1);
        assertThat(mine.path("alarm").asBoolean()).isTrue();
    }

    private UUID hire(int number) {
        UUID id = UUID.randomUUID();
        String path = "/api/profiles/engineers/" + id;
        hr.put(
                        path,
                        Map.of(
                                "employeeNumber",
                                "P-" + id,
                                "name",
                                Map.of("zh", "新人", "en", "Newcomer " + number),
                                "email",
                                id + "@skillladder.example",
                                "hireDate",
                                "2026-01-01",
                                "state",
                                "ACTIVE"))
                .expect(201);
        hr.post(
                        path + "/reporting-lines",
                        Map.of("manager", example.id(MANAGER), "kind", "SOLID", "from", "2026-01-01"))
                .expect(200, 201);
        hr.post(
                        path + "/role-assignments",
                        Map.of("framework", example.framework(), "role", "developer", "from", "2026-01-01"))
                .expect(200, 201);
        return id;
    }

    /** Facts about people travel, so the first attempts may be too early. */
    private void review(UUID subject, LocalDate day, Map<String, ? extends Number> ratings) {
        eventually()
                .untilAsserted(() -> manager.post(
                                REVIEWS,
                                Map.of(
                                        "subject",
                                        subject,
                                        "kind",
                                        "MANAGER",
                                        "framework",
                                        example.framework(),
                                        "observedOn",
                                        day,
                                        "ratings",
                                        WorkedExample.ratings(ratings)))
                        .expect(201));
    }

    private String waive(String skill) {
        var waived = Map.of("skill", skill, "until", today.plusDays(30), "reason", "The team has none of it.");
        self.post(engineer + "/exemptions", waived).expect(403);
        return manager.post(engineer + "/exemptions", waived)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private String landing() {
        return read(self, engineer + "/transfers/streamer").path("verified").asString();
    }

    private String proposals() {
        return manager.get("/api/assessments/proposals?limit=200").expect(200).body();
    }

    /** Of the one who is proposed. */
    private String state(String query) {
        return read(manager, proposed + "/level" + query).path("state").asString();
    }

    private JsonNode line(String skill, String query) {
        return of("skill", skill, read(self, engineer + "/explanation" + query).path("lines"));
    }

    private JsonNode of(String user, JsonNode items) {
        return of("engineer", example.id(user).toString(), items);
    }

    private static JsonNode of(String field, String value, JsonNode items) {
        return items.values().stream()
                .filter(item -> item.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + items));
    }

    private String about(String user) {
        return "/api/assessments/engineers/" + example.id(user);
    }

    private static JsonNode read(Api by, String path) {
        return by.get(path).expect(200).json();
    }

    /** A second role, which only asks for kafka. */
    private static void addStreamers(ObjectNode document) {
        ObjectNode role = ((ObjectNode) document.at("/roles/0").deepCopy()).put("id", "streamer");
        ArrayNode asked = role.putArray("requirements");
        document.at("/roles/0/requirements").values().stream()
                .filter(one -> one.path("skill").asString().equals("kafka"))
                .forEach(asked::add);
        ((ArrayNode) document.path("roles")).add(role);
    }
}
