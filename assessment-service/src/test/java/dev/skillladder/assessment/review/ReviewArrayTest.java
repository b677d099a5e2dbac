package dev.skillladder.assessment.review;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several reviews in one request: all of them, or none. */
class ReviewArrayTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person manager = Person.named("manager");
    private final Person first = Person.named("first");
    private final Person second = Person.named("second");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(manager),
                Statements.about(first).below(manager),
                Statements.about(second).below(manager),
                Statements.about(stranger));
    }

    @Test
    void refusesAllWhereOneIsAboutAStranger() {
        Reply reply = submit(manager, review(Kind.MANAGER, first, "java 4"), review(Kind.MANAGER, stranger, "java 4"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/detail")).contains("/1 of the request");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesAllWhereAConflictOfInterestIsDeclaredWithOne() {
        assertThat(api.post(manager.token(), "/api/assessments/conflicts", """
                {"subject": "%s", "reviewer": "%s", "reason": "We are married."}
                """.formatted(second, manager))
                        .status())
                .isEqualTo(201);

        Reply reply = submit(manager, review(Kind.MANAGER, first, "java 4"), review(Kind.MANAGER, second, "java 4"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/detail")).contains("conflict of interest", "/1 of the request");
        assertThat(stored()).isZero();
    }

    @Test
    void tellsEverythingThatIsWrongWithAnyOfThem() {
        Reply reply = submit(
                manager,
                review(Kind.MANAGER, first, "java 9"),
                "null",
                review(Kind.MANAGER, second, "cobol 3, java 2"),
                review(Kind.MANAGER, second, "java 2"),
                review(Kind.MANAGER, second, "java 3"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers())
                .containsExactlyInAnyOrder(
                        "/0/ratings/0/value",
                        "/1/subject",
                        "/1/kind",
                        "/1/framework",
                        "/1/ratings",
                        "/2/ratings/0/skill",
                        "/4");
        assertThat(stored()).isZero();
    }

    @Test
    void refusesNoneAndTooMany() {
        assertThat(submit(manager).status()).isEqualTo(422);
        String[] many =
                Collections.nCopies(101, review(Kind.MANAGER, first, "java 4")).toArray(String[]::new);
        assertThat(submit(manager, many).status()).isEqualTo(422);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesWrongTypesWithTheirPlace() {
        Reply reply = api.post(manager.token(), REVIEWS, "[{\"subject\": 7}]");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void takesAllInTheirOrderAndTellsOfEach() {
        api.post(manager.token(), REVIEWS, review(Kind.MANAGER, second, "java 2"));

        Reply reply = submit(
                manager,
                review(Kind.MANAGER, second, "kafka 3, sql 4")
                        .replace("\"value\": 3", "\"value\": 3, \"comment\": \"Good\""),
                review(Kind.MANAGER, first, "java 4"),
                review(Kind.SELF, manager, "java 5"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().values())
                .extracting(review -> review.path("subject").asString())
                .containsExactly(second.toString(), first.toString(), manager.toString());
        assertThat(reply.json().values())
                .extracting(review -> review.path("revision").asLong())
                .containsExactly(2L, 1L, 1L);
        assertThat(api.get(manager.token(), REVIEWS + "/" + reply.at("/0/id")).at("/ratings/0/comment"))
                .isEqualTo("Good");
        await().untilAsserted(() -> assertThat(told()).isEqualTo(Map.of(first, 1, second, 2, manager, 1)));
    }

    @Test
    void takesAllFromWhoStandsInForTheManager() {
        Person deputy = Person.named("deputy");
        facts.known(Statements.about(deputy));
        String reviews =
                "[" + review(Kind.MANAGER, first, "java 4") + ", " + review(Kind.MANAGER, second, "java 3") + "]";
        assertThat(api.post(deputy.token(), REVIEWS, reviews).status()).isEqualTo(403);
        assertThat(api.post(manager.token(), "/api/assessments/delegations", """
                                {"delegate": "%s", "to": "%s", "reason": "I am away."}
                                """.formatted(
                                deputy, LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(5)))
                        .status())
                .isEqualTo(201);

        Reply reply = api.post(deputy.token(), REVIEWS, reviews);

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().values())
                .extracting(review -> review.path("onBehalfOf").asString())
                .containsExactly(manager.toString(), manager.toString());
        assertThat(api.post(deputy.token(), REVIEWS, "[" + review(Kind.MANAGER, stranger, "java 4") + "]")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesAllFromWhomTheManagerHandedARequestTo() {
        Person colleague = Person.named("colleague");
        facts.known(Statements.about(colleague));
        Reply asked = api.post(manager.token(), "/api/assessments/review-requests", """
                {"subject": "%s", "kind": "MANAGER", "reviewers": ["%s"]}
                """.formatted(first, manager));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(api.post(
                                manager.token(),
                                "/api/assessments/review-requests/" + asked.at("/items/0/id") + "/delegate",
                                "{\"delegate\": \"%s\", \"reason\": \"You work together.\"}".formatted(colleague))
                        .status())
                .isEqualTo(200);

        assertThat(submit(colleague, review(Kind.MANAGER, first, "java 4"), review(Kind.MANAGER, second, "java 4"))
                        .status())
                .as("only one of them was handed over")
                .isEqualTo(403);
        Reply reply = submit(colleague, review(Kind.MANAGER, first, "java 4"), review(Kind.SELF, colleague, "java 4"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.at("/0/onBehalfOf")).isEqualTo(manager.toString());
        assertThat(reply.at("/1/onBehalfOf")).isIn(null, "");
    }

    @Test
    void answersARepeatedRequestWithTheSameReviews() {
        String body = "[" + review(Kind.MANAGER, first, "java 4") + ", " + review(Kind.MANAGER, second, "java 3") + "]";
        String key = UUID.randomUUID().toString();

        Reply once = api.post(manager.token(), REVIEWS, body, "Idempotency-Key", key);
        Reply again = api.post(manager.token(), REVIEWS, body, "Idempotency-Key", key);

        assertThat(once.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(once.json());
        assertThat(stored()).isEqualTo(2);
    }

    private Reply submit(Person rater, String... reviews) {
        return api.post(rater.token(), REVIEWS, "[" + String.join(", ", reviews) + "]");
    }

    private Map<Person, Integer> told() {
        return Stream.of(first, second, manager)
                .collect(Collectors.toMap(
                        person -> person,
                        person -> TestTopics.read(Topics.OBSERVATIONS, person.toString(), ObservationsRecorded.class)
                                .size()));
    }

    private long stored() {
        return jdbc.sql("select count(*) from review where rater = ?")
                .param(manager.id())
                .query(Long.class)
                .single();
    }
}
