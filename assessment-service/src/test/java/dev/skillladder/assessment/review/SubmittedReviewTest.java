package dev.skillladder.assessment.review;

import static dev.skillladder.assessment.review.ReviewFixture.correction;
import static dev.skillladder.assessment.review.ReviewFixture.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmittedReviewTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person peer = Person.named("peer");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(manager),
                Statements.about(peer),
                Statements.about(engineer).below(manager).backend());
    }

    @Test
    void answersWithTheReview() {
        Reply reply = api.post(manager.token(), REVIEWS, """
                {"subject": "%s", "kind": "MANAGER", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4.5, "comment": "led the migration"}]}
                """.formatted(engineer));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(REVIEWS + "/" + reply.at("/id"));
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.at("/rater")).isEqualTo(manager.toString());
        assertThat(reply.at("/frameworkVersion")).isEqualTo("1");
        assertThat(reply.at("/observedOn")).isEqualTo(TODAY.toString());
        assertThat(reply.at("/recordedAt")).isEqualTo(NOW.toString());
        assertThat(reply.at("/state")).isEqualTo("SUBMITTED");
        assertThat(reply.at("/ratings/0/comment")).isEqualTo("led the migration");
        assertThat(api.get(engineer.token(), REVIEWS + "/" + reply.at("/id")).json())
                .isEqualTo(reply.json());
    }

    @Test
    void tellsObservationsWithoutComments() {
        Reply reply = api.post(manager.token(), REVIEWS, """
                {"subject": "%s", "kind": "MANAGER", "framework": "example", "observedOn": "2026-10-01",
                 "ratings": [{"skill": "java", "value": 4, "comment": "private words"}, {"skill": "sql", "value": 3}]}
                """.formatted(engineer));

        ObservationsRecorded told = told(1).getFirst();
        assertThat(told.kind()).isEqualTo(Kind.MANAGER);
        assertThat(told.source()).isEqualTo(manager.toString());
        assertThat(told.origin()).isEqualTo(reply.at("/id"));
        assertThat(told.observedOn()).isEqualTo("2026-10-01");
        assertThat(told.recordedAt()).isEqualTo(NOW);
        assertThat(told.revision()).isOne();
        assertThat(told.ratings()).containsExactly(rating("java", 4, 1, false), rating("sql", 3, 1, false));
        assertThat(TestTopics.read(Topics.OBSERVATIONS, engineer.toString())
                        .getFirst()
                        .value())
                .doesNotContain("private words");
    }

    @Test
    void weighsPeersWhoWorkedLittleLess() {
        api.post(
                engineer.token(),
                "/api/assessments/review-requests",
                "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(engineer, peer));
        api.post(peer.token(), REVIEWS, """
                {"subject": "%s", "kind": "PEER", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4, "workedLittle": true}, {"skill": "sql", "value": 4}]}
                """.formatted(engineer));

        assertThat(told(1).getFirst().ratings())
                .containsExactly(rating("java", 4, .5, false), rating("sql", 4, 1, false));
    }

    @Test
    void correctsUnderANewRevisionAndRetractsWhatIsLeftOut() {
        Reply first = submit("java 4, sql 3");

        Reply corrected = api.put(
                manager.token(),
                REVIEWS + "/" + first.at("/id"),
                "{\"reason\": \"Looked again\", \"ratings\": " + ReviewFixture.ratings("java 5, kafka 2") + "}",
                "If-Match",
                "\"1\"");

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
        List<ObservationsRecorded> told = told(3);
        assertThat(told.get(1).ratings()).containsExactly(rating("sql", 3, 1, true));
        assertThat(told.get(2).ratings()).containsExactly(rating("java", 5, 1, false), rating("kafka", 2, 1, false));
        assertThat(told.get(1).revision()).isEqualTo(2);
        assertThat(told.get(2).revision()).isEqualTo(2);
        assertThat(api.get(manager.token(), REVIEWS + "/" + first.at("/id")).json())
                .isEqualTo(corrected.json());
    }

    @Test
    void retractsTheOldDayWhenTheDayIsCorrected() {
        Reply first = submit("java 4");

        api.put(
                manager.token(),
                REVIEWS + "/" + first.at("/id"),
                correction(Kind.MANAGER, engineer, "2026-10-15", "java 4"),
                "If-Match",
                "\"1\"");

        List<ObservationsRecorded> told = told(3);
        assertThat(told.get(1).observedOn()).isEqualTo(TODAY);
        assertThat(told.get(1).ratings()).containsExactly(rating("java", 4, 1, true));
        assertThat(told.get(2).observedOn()).isEqualTo(LocalDate.parse("2026-10-15"));
        assertThat(told.get(2).ratings()).containsExactly(rating("java", 4, 1, false));
    }

    @Test
    void withdrawsByRetractingEverything() {
        Reply review = submit("java 4, sql 3");
        String path = REVIEWS + "/" + review.at("/id");

        assertThat(withdraw(path).status()).isEqualTo(204);

        assertThat(told(2).get(1).ratings()).containsExactly(rating("java", 4, 1, true), rating("sql", 3, 1, true));
        assertThat(api.get(manager.token(), path).at("/state")).isEqualTo("WITHDRAWN");
        assertThat(withdraw(path).status()).isEqualTo(409);
        assertThat(api.put(
                                manager.token(),
                                path,
                                correction(Kind.MANAGER, engineer, "2026-11-01", "java 4"),
                                "If-Match",
                                "\"2\"")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void withdrawingBringsTheOtherReviewOfThatDayBack() {
        submit("java 2, kafka 2");
        Reply second = submit("java 4, sql 3");
        assertThat(second.at("/revision")).isEqualTo("2");

        withdraw(REVIEWS + "/" + second.at("/id"));

        assertThat(told(3).get(2).ratings()).containsExactly(rating("java", 2, 1, false), rating("sql", 3, 1, true));
        assertThat(told(3).get(2).revision()).isEqualTo(3);
    }

    @Test
    void withdrawingAnOlderReviewLeavesTheLastWord() {
        Reply first = submit("java 2");
        submit("java 4");

        withdraw(REVIEWS + "/" + first.at("/id"));

        assertThat(told(3).get(2).ratings()).containsExactly(rating("java", 4, 1, false));
    }

    @Test
    void neverOverwritesWhatChangedMeanwhile() {
        Reply first = submit("java 4");
        String path = REVIEWS + "/" + first.at("/id");
        String correction = correction(Kind.MANAGER, engineer, "2026-11-01", "java 5");
        api.put(manager.token(), path, correction, "If-Match", "\"1\"");

        Reply lost = api.put(manager.token(), path, correction, "If-Match", "\"1\"");
        assertThat(lost.status()).isEqualTo(412);
        assertThat(lost.problem()).isEqualTo("changed-meanwhile");
        Reply blind = api.put(manager.token(), path, correction);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(withdraw(path, "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void refusesToTurnAReviewIntoAnother() {
        Reply first = submit("java 4");

        Reply other = api.put(
                manager.token(),
                REVIEWS + "/" + first.at("/id"),
                correction(Kind.SELF, manager, "2026-11-01", "java 5"),
                "If-Match",
                "\"1\"");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.pointers()).containsExactly("/subject", "/kind");
    }

    @Test
    void refusesToMoveAReviewToADayWithoutTheRelationship() {
        Reply first = submit("java 4");

        Reply moved = api.put(
                manager.token(),
                REVIEWS + "/" + first.at("/id"),
                correction(Kind.MANAGER, engineer, "2019-12-31", "java 4"),
                "If-Match",
                "\"1\"");

        assertThat(moved.status()).isEqualTo(403);
    }

    @Test
    void pagesTheListWithoutLosingOrRepeating() {
        for (int i = 0; i < 5; i++) {
            submit("java 4");
        }
        String list = REVIEWS + "?limit=2&subject=" + engineer;

        Reply one = api.get(manager.token(), list);
        Reply two = api.get(manager.token(), list + "&after=" + one.at("/next"));
        Reply three = api.get(manager.token(), list + "&after=" + two.at("/next"));

        assertThat(List.of(one, two, three))
                .flatExtracting(page -> page.json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/id").asString())
                        .toList())
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(three.at("/next")).isNull();
        assertThat(api.get(manager.token(), REVIEWS + "?after=nonsense").status())
                .isEqualTo(400);
        assertThat(api.get(manager.token(), REVIEWS + "?limit=201").status()).isEqualTo(400);
    }

    private Reply withdraw(String path, String... headers) {
        return api.post(manager.token(), path + "/withdrawal", "{\"reason\": \"Wrong person\"}", headers);
    }

    private Reply submit(String ratings) {
        Reply reply = api.post(manager.token(), REVIEWS, review(Kind.MANAGER, engineer, ratings));
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    private List<ObservationsRecorded> told(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> TestTopics.read(Topics.OBSERVATIONS, engineer.toString(), ObservationsRecorded.class),
                        told -> told.size() >= count);
    }

    private static ObservationsRecorded.Rating rating(String skill, double value, double quality, boolean retracted) {
        return new ObservationsRecorded.Rating(skill, value, quality, null, retracted);
    }
}
