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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A review cycle from its opening to its end: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CycleStoryTest {

    private static final String CYCLES = "/api/assessments/cycles";
    private static final String REQUESTS = "/api/assessments/review-requests";
    private static final String REVIEWS = "/api/assessments/reviews";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.CYCLE);
    private final Api hr = example.as("hr");
    private String cycle = "";

    @Test
    @Order(1)
    void hrOpensACycleForATeamOnce() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(
                        () -> example.as(ENGINEER).get(CYCLES + "/current").expect(200));
        for (String user : List.of(ENGINEER, MANAGER, "curator")) {
            example.as(user).post(CYCLES, opening(14)).expect(403);
        }
        hr.post(CYCLES, opening(-1)).expect(422);

        eventually().untilAsserted(() -> hr.post(CYCLES, opening(14)).expect(201));
        JsonNode newest = hr.get(CYCLES + "?limit=1").expect(200).json().at("/items/0");
        cycle = CYCLES + "/" + newest.path("id").asString();
        eventually()
                .untilAsserted(() -> assertThat(
                                hr.get(cycle).json().path("participants").asInt())
                        .isEqualTo(3));
        example.as(ENGINEER).get(cycle).expect(403);
        assertThat(tasks(ENGINEER)).containsExactly("SELF");
        assertThat(tasks(MANAGER)).containsExactly("MANAGER", "MANAGER", "MANAGER");
        JsonNode current =
                example.as(ENGINEER).get(CYCLES + "/current").expect(200).json();
        assertThat(current.path("daysLeft").asInt()).isBetween(13, 14);
        assertThat(current.at("/cycle/name/zh").asString()).isEqualTo("秋季评审");
    }

    @Test
    @Order(2)
    void peersAreAskedAcceptDeclineAndAnswer() {
        Map<String, Object> peers = Map.of(
                "subject", example.id(ENGINEER), "reviewers", List.of(example.id(FIRST_PEER), example.id(SECOND_PEER)));
        example.as(STRANGER).post(REQUESTS, peers).expect(403);
        example.as(ENGINEER)
                .post(REQUESTS, Map.of("subject", example.id(ENGINEER), "reviewers", List.of(example.id(ENGINEER))))
                .expect(422);
        example.as(FIRST_PEER).post(REVIEWS, review("PEER")).expect(403);
        example.as(ENGINEER).post(REQUESTS, peers).expect(201);

        String first = asked(FIRST_PEER);
        String second = asked(SECOND_PEER);
        example.as(STRANGER).post(first + "/accept", Map.of()).expect(403);
        example.as(FIRST_PEER).post(first + "/accept", Map.of()).expect(200);
        example.as(SECOND_PEER).post(second + "/decline", Map.of()).expect(422);
        example.as(SECOND_PEER)
                .post(second + "/decline", Map.of("reason", "We never worked together."))
                .expect(200);
        example.as(SECOND_PEER).post(second + "/accept", Map.of()).expect(409);
        example.as(SECOND_PEER).post(REVIEWS, review("PEER")).expect(403);
        JsonNode answer =
                example.as(FIRST_PEER).post(REVIEWS, review("PEER")).expect(201).json();
        assertThat(cycle).endsWith(answer.path("cycle").asString());
        example.as(FIRST_PEER).post(REVIEWS, review("PEER")).expect(403);
        assertThat(example.as(ENGINEER).get(REVIEWS).expect(200).body())
                .as("peers are named to nobody")
                .doesNotContain(example.id(FIRST_PEER).toString());
    }

    @Test
    @Order(3)
    void aDelegateReviewsWhileTheManagerIsAway() {
        example.as(STRANGER).post(REVIEWS, review("MANAGER")).expect(403);
        example.as(STRANGER).post("/api/assessments/delegations", delegation()).expect(403);
        JsonNode delegation = example.as(MANAGER)
                .post("/api/assessments/delegations", delegation())
                .expect(201)
                .json();
        JsonNode review = example.as(STRANGER)
                .post(REVIEWS, review("MANAGER"))
                .expect(201)
                .json();
        assertThat(review.path("onBehalfOf").asString())
                .isEqualTo(example.id(MANAGER).toString());
        assertThat(cycle).endsWith(review.path("cycle").asString());
        assertThat(tasks(MANAGER)).hasSize(2);
        example.as(MANAGER)
                .post(
                        "/api/assessments/delegations/" + delegation.path("id").asString() + "/end",
                        Map.of("reason", "Back again."))
                .expect(200);
        example.as(STRANGER).post(REVIEWS, review("MANAGER")).expect(403);
    }

    @Test
    @Order(4)
    void whoIsInConflictDoesNotReview() {
        Map<String, Object> conflict = Map.of(
                "subject", example.id(SECOND_PEER), "reviewer", example.id(MANAGER), "reason", "They are siblings.");
        example.as(STRANGER).post("/api/assessments/conflicts", conflict).expect(403);
        hr.post("/api/assessments/conflicts", conflict).expect(201);
        hr.post("/api/assessments/conflicts", conflict).expect(409);
        assertThat(tasks(MANAGER)).hasSize(1);
        example.as(MANAGER)
                .post(
                        REVIEWS,
                        Map.of(
                                "subject",
                                example.id(SECOND_PEER),
                                "kind",
                                "MANAGER",
                                "framework",
                                example.framework(),
                                "ratings",
                                WorkedExample.ratings(Map.of("java", 5))))
                .expect(403);
    }

    @Test
    @Order(5)
    void hrSaysWhoReviewsWhomWithAReason() {
        Map<String, Object> task = Map.of(
                "subject",
                example.id(ENGINEER),
                "kind",
                "PEER",
                "reviewer",
                example.id(STRANGER),
                "reason",
                "They built the billing together.");
        example.as(MANAGER).post(cycle + "/tasks", task).expect(403);
        hr.post(cycle + "/tasks", Map.of("subject", example.id(ENGINEER))).expect(422);
        hr.post(cycle + "/tasks", task).expect(200, 201);
        hr.post(cycle + "/tasks", task).expect(409);
        String given = asked(STRANGER).substring(REQUESTS.length());
        example.as(MANAGER)
                .post(cycle + "/tasks" + given + "/end", Map.of("reason", "x"))
                .expect(403);
        hr.post(cycle + "/tasks" + given + "/end", Map.of()).expect(422);
        hr.post(cycle + "/tasks" + given + "/end", Map.of("reason", "They did not."))
                .expect(200, 204);
        hr.post(cycle + "/tasks" + given + "/end", Map.of("reason", "They did not."))
                .expect(409);
        example.as(STRANGER).post(REVIEWS, review("PEER")).expect(403);
        assertThat(hr.get(REQUESTS + given + "/history").expect(200).body())
                .contains("They built the billing together.", "They did not.");
    }

    @Test
    @Order(6)
    void hrSeesTheProgressPerTeam() {
        JsonNode self =
                example.as(ENGINEER).post(REVIEWS, review("SELF")).expect(201).json();
        assertThat(cycle).endsWith(self.path("cycle").asString());
        example.as(ENGINEER).get(cycle + "/progress").expect(403);
        JsonNode team = hr.get(cycle + "/progress").expect(200).json().at("/teams/0");
        assertThat(team.path("participants").asInt()).isEqualTo(3);
        assertThat(team.at("/self/invited").asInt()).isEqualTo(3);
        assertThat(team.at("/self/submitted").asInt()).isEqualTo(1);
        assertThat(team.at("/manager/submitted").asInt()).isEqualTo(1);
        assertThat(team.at("/peer/submitted").asInt()).isEqualTo(1);
        assertThat(team.at("/peer/declined").asInt()).isEqualTo(1);
        assertThat(example.as(MANAGER)
                        .get(cycle + "/participants?limit=2")
                        .expect(200)
                        .json()
                        .path("next")
                        .isNull())
                .isFalse();
        assertThat(hr.get(cycle + "/late").expect(200).json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    @Order(7)
    void aLeaverLeavesTheCountsAndAJoinerIsAsked() {
        var leaver = "/api/profiles/engineers/" + example.id(SECOND_PEER);
        var answer = hr.get(leaver).expect(200);
        JsonNode person = answer.json();
        hr.send(
                        "PUT",
                        leaver,
                        """
                        {"identity": "%s", "employeeNumber": "%s", "name": %s, "email": "%s", "hireDate": "%s", "state": "LEFT"}
                        """.formatted(
                                        person.path("identity").asString(),
                                        person.path("employeeNumber").asString(),
                                        person.path("name"),
                                        person.path("email").asString(),
                                        person.path("hireDate").asString()),
                        Map.of("If-Match", answer.etag()))
                .expect(200);
        String joiner = "/api/profiles/engineers/" + example.id(STRANGER);
        hr.post(joiner + "/team-memberships", Map.of("team", example.team, "from", TODAY.minusDays(1)))
                .expect(200, 201);
        hr.post(
                        joiner + "/role-assignments",
                        Map.of("framework", example.framework(), "role", "developer", "from", TODAY.minusDays(1)))
                .expect(200, 201);

        eventually().untilAsserted(() -> assertThat(tasks(STRANGER)).containsExactly("SELF"));
        eventually()
                .untilAsserted(() -> assertThat(hr.get(cycle + "/participants?state=LEFT")
                                .json()
                                .at("/items/0/engineer")
                                .asString())
                        .isEqualTo(example.id(SECOND_PEER).toString()));
        assertThat(hr.get(cycle + "/progress")
                        .json()
                        .at("/teams/0/participants")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    @Order(8)
    void hrExtendsClosesAndReopensWithAReason() {
        String etag = hr.get(cycle).expect(200).etag();
        var extension = Map.of("to", TODAY.plusDays(30), "reason", "Two weeks more for everybody.");
        example.as(MANAGER).post(cycle + "/extend", extension).expect(403);
        hr.post(cycle + "/extend", extension).expect(428);
        String body = "{\"to\": \"%s\", \"reason\": \"Two weeks more.\"}".formatted(TODAY.plusDays(30));
        hr.send("POST", cycle + "/extend", body, Map.of("If-Match", etag)).expect(200);
        hr.send("POST", cycle + "/extend", body, Map.of("If-Match", etag)).expect(412);

        example.as(ENGINEER).post(cycle + "/remind", Map.of()).expect(403);
        hr.post(cycle + "/remind", Map.of()).expect(200);
        hr.post(cycle + "/remind", Map.of()).expect(409);
        assertThat(example.as(STRANGER)
                        .get("/api/assessments/inbox")
                        .expect(200)
                        .body())
                .contains("REVIEW_ASKED")
                .contains("DUE_SOON");
        hr.post(cycle + "/reopen", extension).expect(409);
        hr.post(cycle + "/close", Map.of()).expect(422);
        hr.post(cycle + "/close", Map.of("reason", "Enough.")).expect(200);
        hr.post(cycle + "/close", Map.of("reason", "Enough.")).expect(409);
        assertThat(tasks(STRANGER)).isEmpty();
        JsonNode outside =
                example.as(ENGINEER).post(REVIEWS, review("SELF")).expect(201).json();
        assertThat(outside.path("cycle").isNull())
                .as("a review after the end counts outside the cycle")
                .isTrue();

        hr.post(cycle + "/reopen", Map.of("to", TODAY.plusDays(40))).expect(422);
        hr.post(cycle + "/reopen", Map.of("to", TODAY.plusDays(40), "reason", "Some were ill."))
                .expect(200);
        assertThat(tasks(STRANGER)).containsExactly("SELF");
        assertThat(hr.get(cycle + "/history")
                        .expect(200)
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("Some were ill.");
    }

    @Test
    @Order(9)
    void aCycleByRoleKeepsTheFrameworkVersionItWasOpenedWith() {
        hr.post(cycle + "/close", Map.of("reason", "The next one begins.")).expect(200);
        publishAnotherText();
        Map<String, Object> byRole = byRole(Map.of("frameworkVersion", 1, "roles", List.of("developer")));
        example.as(MANAGER).post(CYCLES, byRole).expect(403);
        hr.post(CYCLES, byRole(Map.of("frameworkVersion", 1, "roles", List.of("astronaut"))))
                .expect(422);
        hr.post(CYCLES, byRole(Map.of("frameworkVersion", 77, "roles", List.of("developer"))))
                .expect(422);

        JsonNode opened = hr.post(CYCLES, byRole).expect(201).json();
        String first = CYCLES + "/" + opened.path("id").asString();
        assertThat(opened.path("frameworkVersion").asInt()).isEqualTo(1);
        assertThat(participants(first))
                .as("who holds the role, in whatever team, and has not left")
                .containsExactlyInAnyOrder(id(ENGINEER), id(FIRST_PEER), id(STRANGER));
        JsonNode form = example.as(ENGINEER)
                .get("/api/assessments/review-forms/" + id(ENGINEER) + "/SELF")
                .expect(200)
                .json();
        assertThat(form.path("frameworkVersion").asInt()).isEqualTo(1);
        hr.post(first + "/close", Map.of("reason", "Once more with the new one."))
                .expect(200);

        JsonNode newest = hr.post(CYCLES, byRole(Map.of("roles", List.of("developer"))))
                .expect(201)
                .json();
        assertThat(newest.path("frameworkVersion").asInt()).isEqualTo(2);
    }

    private void publishAnotherText() {
        String draft = example.draftOfLatest();
        Api.Answer shown = example.as("curator").get(draft).expect(200);
        var document = (ObjectNode) shown.json().path("document");
        ((ObjectNode) document.path("description"))
                .put("en", "Five skills, said better.")
                .put("zh", "五项技能，换个说法。");
        example.as("curator")
                .send(
                        "PUT",
                        draft,
                        JsonMapper.shared().writeValueAsString(Map.of("document", document)),
                        Map.of("If-Match", shown.etag()))
                .expect(200);
        assertThat(example.publishLooked(draft)).isEqualTo(2);
        eventually()
                .untilAsserted(() -> assertThat(example.as(ENGINEER)
                                .get("/api/assessments/engineers/" + id(ENGINEER) + "/level")
                                .expect(200)
                                .json()
                                .path("frameworkVersion")
                                .asInt())
                        .isEqualTo(2));
    }

    private Map<String, Object> byRole(Map<String, Object> chosen) {
        Map<String, Object> wanted = new HashMap<>(chosen);
        wanted.put("name", Map.of("zh", "按角色评审", "en", "Reviews by role"));
        wanted.put("framework", example.framework());
        wanted.put("to", TODAY.plusDays(14));
        return wanted;
    }

    private List<String> participants(String path) {
        return hr.get(path + "/participants?limit=50").expect(200).json().path("items").values().stream()
                .map(one -> one.path("engineer").asString())
                .toList();
    }

    private String id(String user) {
        return example.id(user).toString();
    }

    private Map<String, Object> opening(int days) {
        return Map.of(
                "name",
                Map.of("zh", "秋季评审", "en", "Autumn reviews"),
                "framework",
                example.framework(),
                "to",
                TODAY.plusDays(days),
                "teams",
                List.of(example.team),
                "peers",
                2);
    }

    private Map<String, Object> delegation() {
        return Map.of(
                "manager",
                example.id(MANAGER),
                "delegate",
                example.id(STRANGER),
                "to",
                TODAY.plusDays(7),
                "reason",
                "On leave.");
    }

    private Map<String, Object> review(String kind) {
        return Map.of(
                "subject",
                example.id(ENGINEER),
                "kind",
                kind,
                "framework",
                example.framework(),
                "ratings",
                WorkedExample.ratings(Map.of("java", 3, "kafka", 3)));
    }

    /** The open request to this user about the engineer. */
    private String asked(String user) {
        return REQUESTS + "/"
                + example.as(user).get(REQUESTS + "?state=OPEN").expect(200).json().path("items").values().stream()
                        .filter(request -> request.path("kind").asString().equals("PEER"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
    }

    private List<String> tasks(String user) {
        return example.as(user).get(CYCLES + "/current").expect(200).json().path("tasks").values().stream()
                .map(task -> task.path("kind").asString())
                .toList();
    }
}
