package dev.skillladder.assessment.reviewdraft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts from several tabs and devices, and what becomes of them. */
class DraftTest extends AssessmentTest {

    private static final String DRAFTS = "/api/assessments/review-drafts";

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
    void refusesDraftsOfReviewsThatCouldNotBeSubmitted() {
        refused(save(stranger, "SELF", "\"0\"", "\"java\": {\"value\": 1}"));
        refused(save(stranger, "MANAGER", "\"0\"", "\"java\": {\"value\": 1}"));
        refused(save(stranger, "PEER", "\"0\"", "\"java\": {\"value\": 1}"));
        refused(save(engineer, "PEER", "\"0\"", "\"java\": {\"value\": 1}"));
        refused(save(engineer, "MANAGER", "\"0\"", "\"java\": {\"value\": 1}"));
        refused(save(manager, "EVIDENCE", "\"0\"", "\"java\": {\"value\": 1}"));
    }

    @Test
    void showsADraftToItsRaterOnly() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}");

        assertThat(api.get(engineer.token(), path("SELF")).at("/ratings/java/value"))
                .isEqualTo("3.0");
        assertThat(api.get(manager.token("hr"), path("SELF")).status()).isEqualTo(404);
        assertThat(api.get(manager.token("hr"), DRAFTS).json().at("/items").size())
                .isZero();
        assertThat(api.get(engineer.token(), DRAFTS).at("/items/0/answered")).isEqualTo("1");
    }

    @Test
    void keepsWhatIsHalfFinishedOrWrongUntilItIsSubmitted() {
        Reply saved = save(
                engineer,
                "SELF",
                "\"0\"",
                "\"java\": {\"value\": 9, \"comment\": \"to be shortened\"}, \"kafka\": {\"comment\": \"later\"}");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.at("/answered")).isEqualTo("1");
        assertThat(saved.at("/ratings/kafka/comment")).isEqualTo("later");
        assertThat(saved.at("/ratings/kafka/answer")).isNull();
    }

    @Test
    void takesEditsOfOtherSkillsFromASecondTab() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}");
        save(engineer, "SELF", "\"1\"", "\"kafka\": {\"value\": 2}");

        Reply second = save(engineer, "SELF", "\"1\"", "\"sql\": {\"answer\": \"NOT_YET\"}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"3\"");
        assertThat(second.at("/answered")).isEqualTo("3");
    }

    @Test
    void showsBothSidesOfALostRaceAndStoresNothingOfIt() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}");
        save(engineer, "SELF", "\"1\"", "\"java\": {\"value\": 4, \"comment\": \"first tab\"}");

        Reply lost = save(
                engineer,
                "SELF",
                "\"1\"",
                "\"java\": {\"value\": 2, \"comment\": \"second tab\"}, \"sql\": {\"value\": 5}");

        assertThat(lost.status()).isEqualTo(412);
        assertThat(lost.problem()).isEqualTo("changed-meanwhile");
        assertThat(lost.at("/etag")).isEqualTo("\"2\"");
        assertThat(lost.at("/conflicts/java/stored/comment")).isEqualTo("first tab");
        assertThat(lost.at("/conflicts/java/given/comment")).isEqualTo("second tab");
        assertThat(lost.at("/conflicts/sql")).isNull();
        Reply stored = api.get(engineer.token(), path("SELF"));
        assertThat(stored.at("/ratings/java/value")).isEqualTo("4.0");
        assertThat(stored.at("/ratings/sql")).isNull();
        assertThat(save(engineer, "SELF", "\"2\"", "\"java\": {\"value\": 2}").at("/ratings/java/value"))
                .isEqualTo("2.0");
    }

    @Test
    void doesNotBringBackWhatAnotherTabCleared() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}");
        Reply cleared = save(engineer, "SELF", "\"1\"", "\"java\": null");
        assertThat(cleared.at("/ratings/java")).isNull();

        Reply lost = save(engineer, "SELF", "\"1\"", "\"java\": {\"value\": 4}");

        assertThat(lost.status()).isEqualTo(412);
        assertThat(lost.at("/conflicts/java/stored")).isNull();
        assertThat(lost.at("/conflicts/java/given/value")).isEqualTo("4.0");
    }

    @Test
    void takesARepeatedSaveForWhatItIs() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}");

        assertThat(save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 3}").status())
                .isEqualTo(200);
    }

    @Test
    void losesNothingWhenManyTabsBeginAtOnce() {
        List<CompletableFuture<Reply>> saves = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> save(engineer, "SELF", "\"0\"", "\"skill-%d\": {\"value\": 3}".formatted(i))))
                .toList();

        assertThat(saves).allSatisfy(save -> assertThat(save.join().status()).isEqualTo(200));
        assertThat(api.get(engineer.token(), path("SELF")).at("/answered")).isEqualTo("8");
    }

    @Test
    void needsToKnowWhatASaveIsBasedOn() {
        assertThat(api.call("PATCH", engineer.token(), path("SELF"), "{}").status())
                .isEqualTo(428);
        assertThat(save(engineer, "SELF", "nonsense", "").status()).isEqualTo(400);
        assertThat(save(engineer, "SELF", "\"7\"", "\"java\": {\"value\": 3}").status())
                .isEqualTo(412);
        Reply nowhere = api.call("PATCH", engineer.token(), path("SELF"), "{}", "If-Match", "\"0\"");
        assertThat(nowhere.pointers()).containsExactly("/framework");
    }

    @Test
    void tellsAllThatIsWrongWhenSubmitting() {
        save(
                engineer,
                "SELF",
                "\"0\"",
                "\"java\": {\"value\": 9}, \"kafka\": {\"comment\": \"later\"}, \"cobol\": {\"value\": 1}");

        Reply refused = submit(engineer, "SELF", "\"1\"");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/ratings/sql",
                        "/ratings/testing",
                        "/ratings/mentoring",
                        "/ratings/cobol/skill",
                        "/ratings/java/value",
                        "/ratings/kafka/value");
        assertThat(api.get(engineer.token(), path("SELF")).at("/ratings/kafka/comment"))
                .isEqualTo("later");
    }

    @Test
    void becomesAReviewOnce() {
        save(engineer, "SELF", "\"0\"", """
                "java": {"value": 4, "comment": "daily"}, "kafka": {"answer": "NOT_YET"}, "sql": {"value": 3},
                "testing": {"answer": "NOT_SURE"}, "mentoring": {"answer": "DOES_NOT_APPLY"}""");
        assertThat(submit(engineer, "SELF", "\"0\"").status()).isEqualTo(412);

        Reply review = submit(engineer, "SELF", "\"1\"", "Idempotency-Key", "once");

        assertThat(review.status()).isEqualTo(201);
        assertThat(review.json().at("/ratings").size()).isEqualTo(5);
        assertThat(submit(engineer, "SELF", "\"1\"", "Idempotency-Key", "once").at("/id"))
                .isEqualTo(review.at("/id"));
        assertThat(submit(engineer, "SELF", "\"1\"").status()).isEqualTo(404);
        assertThat(api.get(engineer.token(), path("SELF")).status()).isEqualTo(404);
        Reply late = save(engineer, "SELF", "\"1\"", "\"java\": {\"value\": 5}");
        assertThat(late.status()).isEqualTo(412);
        Reply next = save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 5}");
        assertThat(next.header("ETag")).isEqualTo("\"3\"");
        assertThat(next.at("/answered")).isEqualTo("1");
    }

    @Test
    void isThrownAwayOnlyAsItWasRead() {
        save(engineer, "SELF", "\"0\"", "\"java\": {\"value\": 4}");
        save(engineer, "SELF", "\"1\"", "\"java\": {\"value\": 5}");

        assertThat(api.delete(engineer.token(), path("SELF"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.delete(engineer.token(), path("SELF"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(204);
        assertThat(api.delete(engineer.token(), path("SELF"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatCannotBeKept() {
        Reply refused =
                save(engineer, "SELF", "\"0\"", "\"Java\": {\"value\": 1}, \"sql\": {\"comment\": \"\\u0000\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/ratings", "/ratings/sql/comment");
    }

    @Test
    void letsAManagerSubmitOnlyWhatTheyKnow() {
        save(manager, "MANAGER", "\"0\"", "\"java\": {\"value\": 4}");

        assertThat(submit(manager, "MANAGER", "\"1\"").status()).isEqualTo(201);
    }

    private Reply save(Person rater, String kind, String base, String ratings) {
        return api.call(
                "PATCH",
                rater.token(),
                path(kind),
                "{\"framework\": \"example\", \"ratings\": {%s}}".formatted(ratings),
                "If-Match",
                base);
    }

    private Reply submit(Person rater, String kind, String base, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "If-Match";
        all[1] = base;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.call("POST", rater.token(), path(kind) + "/submission", "", all);
    }

    private String path(String kind) {
        return DRAFTS + "/" + engineer + "/" + kind;
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("not-allowed");
    }
}
