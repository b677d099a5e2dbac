package dev.skillladder.assessment.calibration;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CalibrationTest extends AssessmentTest {

    private static final String SESSIONS = "/api/assessments/calibrations";

    private String framework;
    private UUID head;
    private UUID manager;
    private UUID engineer;

    /** Manager and head, who leads the session, both rated the engineer. */
    @BeforeEach
    void twoRaters() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        head = others.engineer(null);
        manager = others.engineer(head);
        engineer = others.engineer(manager, role(framework, STREAMING));
        review(manager, engineer, 2);
        review(head, engineer, 4);
    }

    @Test
    void aChangeTakesEffectOnlyWhenRaterAndLeadHaveSigned() {
        String session = open();
        String change = SESSIONS + "/" + session + "/changes";
        String body = change(manager, 3.5);

        assertThat(post(tokenOf(others.engineer(null)), change, body).status()).isEqualTo(403);
        assertThat(post(tokenOf(engineer), change, body).status()).isEqualTo(403);
        assertThat(post(hr(), change, body).status()).as("HR edits no ratings").isEqualTo(403);
        Answer proposed = post(tokenOf(manager), change, body);
        assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(201);
        assertThat(proposed.body().get("state").asString()).isEqualTo("PROPOSED");
        assertThat(post(tokenOf(manager), change, body).status()).as("twice").isEqualTo(409);
        String signature = change + "/" + proposed.body().get("id").asString() + "/signature";
        assertThat(post(tokenOf(manager), signature, "{}").status())
                .as("the rater alone, twice")
                .isEqualTo(409);
        assertThat(managerSays(session)).isEqualTo(2);
        assertThat(post(tokenOf(engineer), signature, "{}").status()).isEqualTo(403);

        JsonNode signed = post(tokenOf(head), signature, "{}").body();

        assertThat(signed.get("state").asString()).as("%s", signed).isEqualTo("APPLIED");
        assertThat(managerSays(session)).isEqualTo(3.5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(hr(), "/api/assessments/engineers/" + engineer + "/observations")
                                .body()
                                .toString())
                        .contains("3.5"));
        assertThat(post(tokenOf(head), signature, "{}").status()).isEqualTo(409);
        assertThat(post(tokenOf(head), signature.replace("signature", "withdrawal"), "{}")
                        .status())
                .as("too late")
                .isEqualTo(409);
    }

    @Test
    void nothingChangesInAClosedSessionOrAfterTheReviewChanged() {
        String session = open();
        String change = SESSIONS + "/" + session + "/changes";
        String id =
                post(tokenOf(head), change, change(manager, 3)).body().get("id").asString();
        review(manager, engineer, 2.5);
        JsonNode review = get(tokenOf(manager), "/api/assessments/reviews?subject=" + engineer)
                .body();
        assertThat(review.get("items").size()).isPositive();

        assertThat(post(tokenOf(manager), SESSIONS + "/" + session + "/closing", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(post(tokenOf(head), SESSIONS + "/" + session + "/closing", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(post(tokenOf(head), SESSIONS + "/" + session + "/closing", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(post(tokenOf(manager), change + "/" + id + "/signature", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(post(tokenOf(manager), change, change(manager, 3)).status()).isEqualTo(409);
    }

    @Test
    void managersOpenOnlyAboutPeopleBelowAndNobodyAboutThemselves() {
        UUID stranger = others.engineer(null);
        assertThat(post(tokenOf(stranger), SESSIONS, session(stranger, manager, engineer))
                        .status())
                .isEqualTo(403);
        assertThat(post(tokenOf(engineer), SESSIONS, session(engineer, manager, engineer))
                        .status())
                .isEqualTo(403);
        assertThat(post(hr(), SESSIONS, session(head, engineer, engineer)).status())
                .isEqualTo(422);
        Answer answer = post(hr(), SESSIONS, """
                {"name": "", "framework": "none", "participants": [], "cases": [{"engineer": "%s", "skill": "singing"}]}
                """.formatted(engineer));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").toString())
                .contains("/name", "/framework", "/lead", "/participants", "/cases/0");

        String id = post(tokenOf(head), SESSIONS, session(head, manager, engineer))
                .body()
                .get("id")
                .asString();
        assertThat(get(tokenOf(stranger), SESSIONS + "/" + id).status()).isEqualTo(403);
        assertThat(get(tokenOf(engineer), SESSIONS + "/" + id).status()).isEqualTo(403);
        assertThat(get(tokenOf(manager), SESSIONS).body().get("items").size()).isOne();
        assertThat(get(hr(), SESSIONS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void hidesVoicesFromWhoStillHasToReviewThePerson() {
        String session = open();
        assertThat(managerSays(session)).isEqualTo(2);
        assertThat(post(tokenOf(manager), SESSIONS + "/" + session + "/changes", change(manager, 3.5))
                        .status())
                .isEqualTo(201);
        assertThat(post(tokenOf(engineer), "/api/assessments/review-requests", """
                        {"subject": "%s", "kind": "MANAGER", "reviewers": ["%s"]}""".formatted(engineer, head))
                        .status())
                .isEqualTo(201);

        JsonNode blind = get(tokenOf(head), SESSIONS + "/" + session).body();
        assertThat(blind.at("/cases/0/hidden").asBoolean()).isTrue();
        assertThat(blind.at("/cases/0/managers").size()).isZero();
        assertThat(blind.at("/cases/0/peerCount").asInt()).isZero();
        assertThat(blind.at("/changes").size()).isZero();
        assertThat(blind.at("/agreement/0/ratings").asInt()).isZero();
        JsonNode change = get(tokenOf(manager), SESSIONS + "/" + session).body().at("/changes/0");
        assertThat(post(
                                tokenOf(head),
                                SESSIONS + "/" + session + "/changes/"
                                        + change.get("id").asString() + "/signature",
                                "{}")
                        .status())
                .isEqualTo(409);
        assertThat(get(hr(), SESSIONS + "/" + session)
                        .body()
                        .at("/cases/0/managers")
                        .size())
                .isEqualTo(2);

        review(head, engineer, 4.5);

        assertThat(managerSays(session)).isEqualTo(2);
    }

    @Test
    void agreementIsShownWithItsPeopleBeforeAndAfter() {
        UUID second = others.engineer(manager, role(framework, STREAMING));
        review(manager, second, 4);
        review(head, second, 2);
        String session = post(hr(), SESSIONS, """
                        {"name": "Autumn", "framework": "%s", "lead": "%s", "participants": ["%s"],
                         "cases": [{"engineer": "%s", "skill": "kafka"}, {"engineer": "%s", "skill": "kafka"}]}
                        """.formatted(framework, head, manager, engineer, second))
                .body()
                .get("id")
                .asString();
        for (UUID about : List.of(engineer, second)) {
            String change = SESSIONS + "/" + session + "/changes";
            Answer proposed =
                    post(tokenOf(manager), change, """
                    {"engineer": "%s", "skill": "kafka", "rater": "%s", "value": %s, "reason": "Same bar."}
                    """.formatted(about, manager, about.equals(engineer) ? 4 : 2));
            String id = proposed.body().get("id").asString();
            assertThat(post(tokenOf(head), change + "/" + id + "/signature", "{}")
                            .status())
                    .isEqualTo(200);
        }

        JsonNode agreement = get(hr(), SESSIONS + "/" + session).body().at("/agreement/0");

        assertThat(agreement.get("alpha").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(agreement.get("before").asDouble()).isNegative();
        assertThat(agreement.get("people").asInt()).isEqualTo(2);
        assertThat(agreement.get("ratings").asInt()).isEqualTo(4);
    }

    @Test
    void severityIsForHrAndHiddenBelowFiveDoublyRatedPeople() {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID person = others.engineer(manager, role(framework, STREAMING));
            people.add(person);
            review(manager, person, 3);
            if (i < 3) {
                review(head, person, 4);
            }
        }
        String path = "/api/assessments/raters/severity?framework=" + framework;
        assertThat(get(tokenOf(head), path).status()).isEqualTo(403);
        assertThat(severity(path).get("people").asInt()).isEqualTo(4);
        assertThat(severity(path).get("difference").isNull()).isTrue();

        review(head, people.get(3), 4);

        assertThat(severity(path).get("people").asInt()).isEqualTo(5);
        assertThat(severity(path).get("difference").asDouble()).isCloseTo(-1.2, within(1e-9));
        assertThat(severity(path).get("low").asDouble()).isLessThan(-1.2);
    }

    private JsonNode severity(String path) {
        for (JsonNode rater : get(hr(), path).body().get("items")) {
            if (rater.get("rater").asString().equals(manager.toString())) {
                return rater;
            }
        }
        throw new AssertionError("no severity of the manager");
    }

    private double managerSays(String session) {
        for (JsonNode voice :
                get(tokenOf(head), SESSIONS + "/" + session).body().at("/cases/0/managers")) {
            if (voice.get("rater").asString().equals(manager.toString())) {
                return voice.get("value").asDouble();
            }
        }
        throw new AssertionError("the manager's voice is missing");
    }

    private String open() {
        Answer answer = post(tokenOf(head), SESSIONS, session(head, manager, engineer));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().get("id").asString();
    }

    private String session(UUID lead, UUID participant, UUID about) {
        return """
                {"name": "Autumn", "framework": "%s", "lead": "%s", "participants": ["%s"],
                 "cases": [{"engineer": "%s", "skill": "kafka"}]}
                """.formatted(framework, lead, participant, about);
    }

    private String change(UUID rater, double value) {
        return """
                {"engineer": "%s", "skill": "kafka", "rater": "%s", "value": %s, "reason": "Compared with the others."}
                """.formatted(engineer, rater, value);
    }

    private void review(UUID rater, UUID about, double value) {
        Answer answer = post(tokenOf(rater), "/api/assessments/reviews", """
                {"subject": "%s", "kind": "MANAGER", "framework": "%s", "ratings": [{"skill": "kafka", "value": %s}]}
                """.formatted(about, framework, value));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }
}
