package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people decide about one engineer's level, and what the engineer can do about it: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LevelDecisionStoryTest {

    private static final String CONTESTS = "/api/assessments/contests";
    private static final String CALIBRATIONS = "/api/assessments/calibrations";

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.DECISION);
    private final Api manager = example.as(MANAGER);
    private final Api self = example.as(ENGINEER);
    private final Api hr = example.as("hr");
    private final String engineer = "/api/assessments/engineers/" + example.id(ENGINEER);
    private final String proposal = "/api/assessments/proposals/" + example.id(ENGINEER);

    @Test
    @Order(1)
    void aManagerReviewsAnEngineer() throws IOException {
        assertThat(example.publish(example.document())).isEqualTo(1);
        example.hire();
        eventually()
                .untilAsserted(() -> manager.post(
                                "/api/assessments/reviews",
                                example.review(
                                        "MANAGER",
                                        Map.of("java", 4, "kafka", 4, "sql", 3, "testing", 4, "mentoring", 2)))
                        .expect(201));
        eventually()
                .untilAsserted(
                        () -> assertThat(level().path("verified").asString()).isEqualTo("mid"));
    }

    @Test
    @Order(2)
    void nobodyDecidesWhatTheyHaveNotLookedAt() {
        self.get(proposal).expect(403);
        example.as(STRANGER).get(proposal).expect(403);
        manager.post(engineer + "/decisions", confirmation("mid")).expect(428);
        decide(self, "\"anything\"", "mid").expect(403);
        decide(hr, "\"anything\"", "mid").expect(403);
        decide(manager, "\"anything\"", "mid").expect(412);

        JsonNode view = manager.get(proposal).expect(200).json();
        assertThat(view.path("levels")).hasSize(3);
        assertThat(view.at("/levels/1/met").size()).isPositive();
        assertThat(view.at("/levels/2/unmet").size()).isPositive();
        assertThat(view.path("weighMost").size()).isPositive();
        assertThat(view.path("explanation").path("lines").size()).isEqualTo(5);
        assertThat(view.propertyNames()).doesNotContain("outcome", "reason");
    }

    @Test
    @Order(3)
    void aContestFreezesTheDecisionUntilASecondPersonHasSpoken() {
        var line = Map.of("skill", "sql", "level", "senior", "reason", "I rewrote the billing queries.");
        manager.post(CONTESTS, line).expect(409, 422);
        self.post(CONTESTS, Map.of("skill", "sql")).expect(422);
        JsonNode contest = self.post(CONTESTS, line).expect(201).json();
        self.post(CONTESTS, line).expect(409);
        assertThat(contest.path("assignedTo").isNull())
                .as("nobody is above the manager, so HR decides")
                .isTrue();
        assertThat(LocalDate.parse(contest.path("dueOn").asString())).isAfter(LocalDate.now(ZoneOffset.UTC));
        decide(manager, manager.get(proposal).etag(), "mid").expect(409);
        assertThat(cell("sql").toString()).contains("CONTESTED");

        String id = CONTESTS + "/" + contest.path("id").asString();
        var verdict = Map.of("outcome", "DISMISSED", "reason", "The queries are still slow.");
        manager.post(id + "/decision", verdict).expect(403);
        self.post(id + "/decision", verdict).expect(403);
        example.as(STRANGER).get(id).expect(403);
        hr.post(id + "/decision", Map.of("outcome", "UPHELD", "reason", "True."))
                .expect(422);
        hr.post(id + "/decision", verdict).expect(200);
        hr.post(id + "/decision", verdict).expect(409);
        self.post(id + "/withdrawal", Map.of()).expect(409);
        eventually()
                .untilAsserted(() -> assertThat(
                                self.get("/api/assessments/inbox").expect(200).body())
                        .contains("CONTEST_DECIDED"));
    }

    @Test
    @Order(4)
    void anOverrideIsVisibleWhereverTheLevelIsShown() {
        String seen = manager.get(proposal).etag();
        decide(manager, seen, "junior").expect(201);
        decide(manager, seen, "mid").expect(412);

        assertThat(level().path("confirmed").asString()).isEqualTo("junior");
        assertThat(level().path("override").asBoolean()).isTrue();
        JsonNode history = self.get(engineer + "/history").expect(200).json();
        assertThat(history.at("/items/0/override").asBoolean()).isTrue();
        assertThat(person().path("override").asBoolean()).isTrue();
        assertThat(hr.get("/api/reports/levels?format=csv&team=" + example.team)
                        .expect(200)
                        .body()
                        .lines())
                .anySatisfy(row -> assertThat(row).contains(ENGINEER).contains(",yes,"));

        decide(manager, manager.get(proposal).etag(), "mid").expect(201);
        assertThat(level().path("override").asBoolean()).isFalse();
        assertThat(self.get(engineer + "/decisions").expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    @Order(5)
    void anExemptionCountsUntilItsLastDay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var waived = Map.of("skill", "mentoring", "until", today.plusDays(30), "reason", "No junior in the team.");
        self.post(engineer + "/exemptions", waived).expect(403);
        example.as(STRANGER).post(engineer + "/exemptions", waived).expect(403);
        manager.post(engineer + "/exemptions", Map.of("skill", "mentoring", "reason", "For ever."))
                .expect(422);
        String id = manager.post(engineer + "/exemptions", waived)
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(cell("mentoring").toString()).contains("EXEMPT");
        assertThat(flags(today.plusDays(30))).contains("EXEMPT");
        assertThat(flags(today.plusDays(31))).doesNotContain("EXEMPT");

        String end = engineer + "/exemptions/" + id + "/end";
        self.post(end, Map.of("reason", "Enough.")).expect(403);
        hr.post(end, Map.of("reason", "A junior came.")).expect(200);
        hr.post(end, Map.of("reason", "Again.")).expect(409);
        assertThat(flags(today)).doesNotContain("EXEMPT");
    }

    @Test
    @Order(6)
    void whoAsksForPeopleOnlyIsJudgedByAFullReview() {
        String peer = "/api/assessments/engineers/" + example.id(FIRST_PEER);
        var wish = Map.of("humanOnly", true, "reason", "A person should look.");
        manager.send("PUT", peer + "/human-review-only", JsonMapper.shared().writeValueAsString(wish), Map.of())
                .expect(403);
        example.as(FIRST_PEER).put(peer + "/human-review-only", wish).expect(200);
        hr.put(peer + "/human-review-only", Map.of("humanOnly", false, "reason", "Quicker."))
                .expect(409);

        var seen = manager.get("/api/assessments/proposals/" + example.id(FIRST_PEER))
                .expect(200);
        assertThat(seen.json().path("humanReviewOnly").asBoolean()).isTrue();
        manager.send(
                        "POST",
                        peer + "/decisions",
                        JsonMapper.shared().writeValueAsString(confirmation("junior")),
                        Map.of("If-Match", seen.etag()))
                .expect(409);
    }

    @Test
    @Order(7)
    void aCalibratedRatingCountsOnceRaterAndLeadHaveSigned() {
        var session = Map.of(
                "name", "Autumn",
                "framework", example.framework(),
                "lead", example.id(STRANGER),
                "participants", List.of(example.id(MANAGER)),
                "cases", List.of(Map.of("engineer", example.id(ENGINEER), "skill", "kafka")));
        example.as(STRANGER).post(CALIBRATIONS, session).expect(403);
        String id = CALIBRATIONS + "/"
                + hr.post(CALIBRATIONS, session).expect(201).json().path("id").asString();
        self.get(id).expect(403);
        var change = Map.of(
                "engineer",
                example.id(ENGINEER),
                "skill",
                "kafka",
                "rater",
                example.id(MANAGER),
                "value",
                4.5,
                "reason",
                "As strong as the others at 4.5.");
        hr.post(id + "/changes", change).expect(403);
        String signature = id + "/changes/"
                + manager.post(id + "/changes", change)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString()
                + "/signature";
        manager.post(signature, Map.of()).expect(409);
        self.post(signature, Map.of()).expect(403);
        assertThat(observations()).doesNotContain("4.5");

        String request = "/api/assessments/review-requests/"
                + self.post(
                                "/api/assessments/review-requests",
                                Map.of("subject", example.id(ENGINEER), "reviewers", List.of(example.id(STRANGER))))
                        .expect(201)
                        .json()
                        .at("/items/0/id")
                        .asString();
        JsonNode blind = example.as(STRANGER).get(id).expect(200).json();
        assertThat(blind.at("/cases/0/hidden").asBoolean()).isTrue();
        assertThat(blind.at("/cases/0/managers")).isEmpty();
        assertThat(blind.path("changes")).isEmpty();
        example.as(STRANGER).post(signature, Map.of()).expect(409);
        assertThat(hr.get(id).expect(200).json().at("/cases/0/managers")).hasSize(1);
        example.as(STRANGER)
                .post(request + "/decline", Map.of("reason", "I lead the calibration."))
                .expect(200);
        assertThat(example.as(STRANGER).get(id).expect(200).json().at("/cases/0/managers"))
                .hasSize(1);

        example.as(STRANGER).post(signature, Map.of()).expect(200);
        example.as(STRANGER).post(signature, Map.of()).expect(409);
        eventually().untilAsserted(() -> assertThat(observations()).contains("4.5"));

        JsonNode view = hr.get(id).expect(200).json();
        assertThat(view.at("/agreement/0/people").asInt()).isZero();
        assertThat(view.at("/agreement/0/alpha").isNull()).isTrue();
        example.as(STRANGER).post(id + "/closing", Map.of()).expect(200);
        example.as(STRANGER).post(id + "/closing", Map.of()).expect(409);
        manager.post(id + "/changes", change).expect(409);
    }

    @Test
    @Order(8)
    void hrSeesWhoOnlyStampsAndHowStrictRatersAre() {
        String stamped = "/api/assessments/decisions/unchanged?by=DECIDER";
        String severity = "/api/assessments/raters/severity?framework=" + example.framework();
        manager.get(stamped).expect(403);
        manager.get(severity).expect(403);
        hr.get(stamped).expect(200);
        JsonNode rater = hr.get(severity).expect(200).json().at("/items/0");
        assertThat(rater.path("rater").asString()).isEqualTo(example.id(MANAGER).toString());
        assertThat(rater.path("difference").isNull())
                .as("nobody is doubly rated")
                .isTrue();
    }

    /** Two people and two raters: 4.5 and 4, 2 and 2. Observed disagreement 0.5, expected 3. */
    @Test
    @Order(9)
    void aSessionSaysHowFarRatersAgree() {
        manager.post(
                        "/api/assessments/delegations",
                        Map.of(
                                "manager", example.id(MANAGER),
                                "delegate", example.id(STRANGER),
                                "to", LocalDate.now(ZoneOffset.UTC).plusDays(7),
                                "reason", "On leave."))
                .expect(201);
        manager.post("/api/assessments/reviews", about(FIRST_PEER, 2)).expect(201);
        example.as(STRANGER)
                .post("/api/assessments/reviews", about(ENGINEER, 4))
                .expect(201);
        example.as(STRANGER)
                .post("/api/assessments/reviews", about(FIRST_PEER, 2))
                .expect(201);
        String session = CALIBRATIONS + "/"
                + hr.post(
                                CALIBRATIONS,
                                Map.of(
                                        "name", "Winter",
                                        "framework", example.framework(),
                                        "lead", example.id(STRANGER),
                                        "participants", List.of(example.id(MANAGER)),
                                        "cases",
                                                List.of(
                                                        Map.of("engineer", example.id(ENGINEER), "skill", "kafka"),
                                                        Map.of("engineer", example.id(FIRST_PEER), "skill", "kafka"))))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();

        JsonNode agreement = hr.get(session).expect(200).json().at("/agreement/0");
        assertThat(agreement.path("alpha").asDouble()).isCloseTo(1 - 0.5 / 3, within(1e-9));
        assertThat(agreement.path("people").asInt()).isEqualTo(2);
        assertThat(agreement.path("ratings").asInt()).isEqualTo(4);
    }

    private Map<String, Object> about(String user, double kafka) {
        return Map.of(
                "subject",
                example.id(user),
                "kind",
                "MANAGER",
                "framework",
                example.framework(),
                "ratings",
                WorkedExample.ratings(Map.of("kafka", kafka)));
    }

    private Api.Answer decide(Api by, String seen, String level) {
        return by.send(
                "POST",
                engineer + "/decisions",
                JsonMapper.shared().writeValueAsString(confirmation(level)),
                Map.of("If-Match", seen));
    }

    private static Map<String, String> confirmation(String level) {
        return Map.of("outcome", "CONFIRMED", "level", level, "reason", "Two projects delivered alone.");
    }

    private JsonNode level() {
        return manager.get(engineer + "/level").expect(200).json();
    }

    private String observations() {
        return self.get(engineer + "/observations").expect(200).body();
    }

    /** Flags of the line about mentoring on that day. */
    private String flags(LocalDate day) {
        for (JsonNode line : self.get(engineer + "/explanation?asOf=" + day)
                .expect(200)
                .json()
                .path("lines")) {
            if (line.path("skill").asString().equals("mentoring")) {
                return line.path("flags").toString();
            }
        }
        throw new AssertionError("no line about mentoring");
    }

    private JsonNode person() {
        for (JsonNode person : matrix().path("people")) {
            if (person.path("engineer").asString().equals(example.id(ENGINEER).toString())) {
                return person;
            }
        }
        throw new AssertionError("the engineer is not in the matrix");
    }

    private JsonNode cell(String skill) {
        int column = 0;
        for (JsonNode one : matrix().path("skills")) {
            if (one.path("skill").asString().equals(skill)) {
                return person().path("cells").path(column);
            }
            column++;
        }
        throw new AssertionError("no column " + skill);
    }

    private JsonNode matrix() {
        return manager.get("/api/assessments/teams/" + example.team + "/matrix")
                .expect(200)
                .json();
    }
}
