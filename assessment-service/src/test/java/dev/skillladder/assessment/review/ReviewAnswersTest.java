package dev.skillladder.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are no values, evidence that ratings point to, and the trace of changes. */
class ReviewAnswersTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(manager),
                Statements.about(stranger),
                Statements.about(engineer).below(manager).backend());
    }

    @Test
    void keepsEveryAnswerAsItWasSaidAndObservesOnlyValues() {
        Reply review = submit(engineer, """
                {"skill": "java", "value": 1},
                {"skill": "kafka", "answer": "NOT_YET", "comment": "next year"},
                {"skill": "sql", "answer": "DOES_NOT_APPLY"},
                {"skill": "testing", "answer": "NOT_SURE"}""");
        assertThat(review.status()).isEqualTo(201);

        Reply read = api.get(engineer.token(), REVIEWS + "/" + review.at("/id"));

        assertThat(read.json()
                        .at("/ratings")
                        .valueStream()
                        .map(rating -> rating.at("/answer").asString())
                        .toList())
                .containsExactly("VALUE", "NOT_YET", "DOES_NOT_APPLY", "NOT_SURE");
        assertThat(read.at("/ratings/1/value")).isNull();
        assertThat(read.at("/ratings/1/comment")).isEqualTo("next year");
        assertThat(told(1).getFirst().ratings())
                .containsExactly(new ObservationsRecorded.Rating("java", 1, 1, null, false));
    }

    @Test
    void tellsNothingIfThereIsNoValue() {
        submit(engineer, "{\"skill\": \"java\", \"answer\": \"NOT_YET\"}");
        submit(engineer, "{\"skill\": \"java\", \"value\": 2}");

        assertThat(told(1)).hasSize(1);
    }

    @Test
    void retractsAValueThatIsCorrectedToNotYet() {
        Reply review = submit(engineer, "{\"skill\": \"java\", \"value\": 2}");

        assertThat(correct(review, "\"1\"", "{\"skill\": \"java\", \"answer\": \"NOT_YET\"}")
                        .status())
                .isEqualTo(200);

        assertThat(told(2).get(1).ratings()).containsExactly(new ObservationsRecorded.Rating("java", 2, 1, null, true));
    }

    @Test
    void refusesAValueBesideAnotherAnswerAndNoneWithoutOne() {
        Reply reply = submit(engineer, """
                {"skill": "java", "answer": "NOT_YET", "value": 1}, {"skill": "kafka", "answer": "VALUE"}, {"skill": "sql"}""");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers()).containsExactly("/ratings/0/value", "/ratings/1/value", "/ratings/2/value");
    }

    @Test
    void pointsToEvidenceOfThePersonOnly() {
        String mine = evidence(engineer);
        String others = evidence(stranger);

        Reply good = submit(engineer, "{\"skill\": \"java\", \"value\": 3, \"evidence\": [\"" + mine + "\"]}");
        Reply bad = submit(engineer, "{\"skill\": \"java\", \"value\": 3, \"evidence\": [\"" + others + "\"]}");

        assertThat(api.get(manager.token(), REVIEWS + "/" + good.at("/id")).at("/ratings/0/evidence/0"))
                .isEqualTo(mine);
        assertThat(bad.pointers()).containsExactly("/ratings/0/evidence");
    }

    @Test
    void leavesATraceOfCorrectionAndWithdrawal() {
        Reply review = submit(engineer, "{\"skill\": \"java\", \"value\": 2, \"comment\": \"at first\"}");
        String path = REVIEWS + "/" + review.at("/id");
        correct(review, "\"1\"", "{\"skill\": \"java\", \"value\": 3}");
        assertThat(api.post(engineer.token(), path + "/withdrawal", "{\"reason\": \"Starting over\"}")
                        .status())
                .isEqualTo(204);

        Reply trace = api.get(manager.token(), path + "/revisions");

        assertThat(trace.json().at("/items").size()).isEqualTo(2);
        assertThat(trace.at("/items/0/change")).isEqualTo("WITHDRAWN");
        assertThat(trace.at("/items/0/reason")).isEqualTo("Starting over");
        assertThat(trace.at("/items/0/before/ratings/0/value")).isEqualTo("3.0");
        assertThat(trace.at("/items/1/change")).isEqualTo("CORRECTED");
        assertThat(trace.at("/items/1/by")).isEqualTo(engineer.toString());
        assertThat(trace.at("/items/1/at")).isEqualTo(NOW.toString());
        assertThat(trace.at("/items/1/before/ratings/0/comment")).isEqualTo("at first");
        Reply first = api.get(manager.token(), path + "/revisions?limit=1");
        assertThat(api.get(manager.token(), path + "/revisions?after=" + first.at("/next"))
                        .at("/items/0/change"))
                .isEqualTo("CORRECTED");
        assertThat(api.get(stranger.token(), path + "/revisions").status()).isEqualTo(403);
    }

    @Test
    void changesNothingWithoutAReason() {
        Reply review = submit(engineer, "{\"skill\": \"java\", \"value\": 2}");
        String path = REVIEWS + "/" + review.at("/id");

        Reply correction = api.put(
                engineer.token(), path, "{\"ratings\": [{\"skill\": \"java\", \"value\": 3}]}", "If-Match", "\"1\"");
        Reply withdrawal = api.post(engineer.token(), path + "/withdrawal", "{\"reason\": \" \"}");

        assertThat(correction.pointers()).containsExactly("/reason");
        assertThat(withdrawal.pointers()).containsExactly("/reason");
        assertThat(api.get(engineer.token(), path).at("/revision")).isEqualTo("1");
    }

    @Test
    void showsNobodyASinglePeersWordsBelowThree() {
        Person[] peers = {Person.named("one"), Person.named("two"), Person.named("three")};
        for (Person peer : peers) {
            facts.known(Statements.about(peer));
        }
        String[] reviews = new String[3];
        for (int i = 0; i < 2; i++) {
            reviews[i] = asked(peers[i]);
        }
        String hr = Person.named("hr").token("hr");
        for (String reader : List.of(manager.token(), hr)) {
            Reply masked = api.get(reader, REVIEWS + "/" + reviews[0]);
            assertThat(masked.at("/ratings/0/skill")).isEqualTo("java");
            assertThat(masked.at("/ratings/0/answer")).isNull();
            assertThat(masked.text()).doesNotContain("good work").doesNotContain("4.0");
            assertThat(api.get(reader, REVIEWS + "?subject=" + engineer + "&kind=PEER")
                            .text())
                    .doesNotContain("good work");
        }
        assertThat(api.get(peers[0].token(), REVIEWS + "/" + reviews[0]).at("/ratings/0/value"))
                .isEqualTo("4.0");

        reviews[2] = asked(peers[2]);

        Reply shown = api.get(hr, REVIEWS + "/" + reviews[0]);
        assertThat(shown.at("/ratings/0/value")).isEqualTo("4.0");
        assertThat(shown.at("/rater")).isNull();
    }

    private String asked(Person peer) {
        assertThat(api.post(
                                manager.token(),
                                "/api/assessments/review-requests",
                                "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(engineer, peer))
                        .status())
                .isEqualTo(201);
        return api.post(peer.token(), REVIEWS, """
                {"subject": "%s", "kind": "PEER", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4, "comment": "good work"}]}
                """.formatted(engineer)).at("/id");
    }

    private String evidence(Person subject) {
        return api.post(subject.token(), "/api/assessments/evidence", """
                {"subject": "%s", "kind": "PROJECT", "title": "Billing", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4}]}
                """.formatted(subject))
                .at("/id");
    }

    private Reply submit(Person rater, String ratings) {
        return api.post(
                rater.token(),
                REVIEWS,
                "{\"subject\": \"%s\", \"kind\": \"SELF\", \"framework\": \"example\", \"ratings\": [%s]}"
                        .formatted(engineer, ratings));
    }

    private Reply correct(Reply review, String etag, String ratings) {
        return api.put(
                engineer.token(),
                REVIEWS + "/" + review.at("/id"),
                "{\"reason\": \"Thought again\", \"ratings\": [%s]}".formatted(ratings),
                "If-Match",
                etag);
    }

    private List<ObservationsRecorded> told(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> TestTopics.read(Topics.OBSERVATIONS, engineer.toString(), ObservationsRecorded.class),
                        told -> told.size() >= count);
    }
}
