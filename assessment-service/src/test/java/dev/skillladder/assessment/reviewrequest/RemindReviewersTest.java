package dev.skillladder.assessment.reviewrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RemindReviewersTest extends AssessmentTest {

    private static final String CYCLES = "/api/assessments/cycles";
    private static final String REQUESTS = "/api/assessments/review-requests";

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person peer = Person.named("peer");
    private final UUID team = UUID.randomUUID();

    @Autowired
    private RemindReviewers remind;

    @BeforeEach
    void organisation() {
        facts.team(team, "Platform", null, manager);
        facts.known(
                Statements.about(manager),
                Statements.about(peer),
                Statements.about(engineer)
                        .below(manager)
                        .team(team, "2020-01-01", null)
                        .backend());
    }

    @Test
    void tellsPeopleThatTheyAreAskedOnce() {
        ask("2026-11-20");
        ask("2026-11-20");
        assertThat(told(peer)).containsExactly("REVIEW_ASKED");
    }

    @Test
    void tellsOnceThatAReviewIsDueSoonAndOnceThatItWasDue() throws InterruptedException {
        ask("2026-11-20");
        remind.run();
        assertThat(told(peer)).as("19 days are not soon").containsExactly("REVIEW_ASKED");

        clock.set(NOW.plus(Duration.ofDays(12)));
        Thread one = Thread.ofVirtual().start(remind::run);
        Thread other = Thread.ofVirtual().start(remind::run);
        one.join();
        other.join();
        assertThat(told(peer)).containsExactlyInAnyOrder("DUE_SOON", "REVIEW_ASKED");

        clock.set(NOW.plus(Duration.ofDays(20)));
        remind.run();
        remind.run();
        assertThat(told(peer)).containsExactlyInAnyOrder("OVERDUE", "DUE_SOON", "REVIEW_ASKED");
    }

    @Test
    void remindsNobodyWhoAnsweredOrDeclined() {
        String request = ask("2026-11-03");
        api.post(peer.token(), REQUESTS + "/" + request + "/decline", "{\"reason\": \"No time.\"}");
        remind.run();
        assertThat(told(peer)).containsExactly("REVIEW_ASKED");
    }

    @Test
    void aCycleRemindsAsManyDaysBeforeAsHrSaid() {
        opened("\"remindDaysBefore\": 20,");
        remind.run();
        assertThat(told(engineer)).containsExactly("REVIEW_ASKED");
        clock.set(NOW.plus(Duration.ofDays(10)));
        remind.run();
        assertThat(told(engineer)).containsExactlyInAnyOrder("DUE_SOON", "REVIEW_ASKED");
    }

    @Test
    void whoStandsInForTheManagerIsReminded() {
        opened("\"remindDaysBefore\": 40,");
        api.post(manager.token(), "/api/assessments/delegations", """
                {"delegate": "%s", "to": "2026-11-10", "reason": "Away."}""".formatted(peer));
        remind.run();
        assertThat(told(peer)).containsExactly("DUE_SOON");
        assertThat(told(manager)).containsExactly("REVIEW_ASKED");
    }

    @Test
    void hrRemindsEverybodyOncePerDay() {
        String path = opened("");
        assertThat(api.post(manager.token(), path + "/remind", "{}").status()).isEqualTo(403);
        assertThat(api.post(hr(), path + "/remind", "{}").at("/reviews")).isEqualTo("2");
        assertThat(told(engineer)).containsExactlyInAnyOrder("DUE_SOON", "REVIEW_ASKED");
        assertThat(api.post(hr(), path + "/remind", "{}").status()).isEqualTo(409);
        clock.set(NOW.plus(Duration.ofDays(1)));
        assertThat(api.post(hr(), path + "/remind", "{}").status()).isEqualTo(200);
        api.post(hr(), path + "/close", "{\"reason\": \"Done.\"}");
        clock.set(NOW.plus(Duration.ofDays(2)));
        assertThat(api.post(hr(), path + "/remind", "{}").status()).isEqualTo(409);
    }

    @Test
    void reasonsAreSealed() {
        String request = ask("2026-11-03");
        api.post(peer.token(), REQUESTS + "/" + request + "/decline", "{\"reason\": \"No time.\"}");
        assertThat(jdbc.sql("select reason from review_request_change where request = ?::uuid")
                        .param(request)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("sealed1:");
    }

    private String ask(String due) {
        return String.valueOf(api.post(engineer.token(), REQUESTS, """
                        {"subject": "%s", "reviewers": ["%s"], "dueOn": "%s"}""".formatted(engineer, peer, due))
                .at("/items/0/id"));
    }

    private String opened(String more) {
        return CYCLES + "/" + api.post(hr(), CYCLES, """
                        {"name": {"zh": "秋季", "en": "Autumn"}, "framework": "example", %s "to": "2026-11-30",
                         "teams": ["%s"]}""".formatted(more, team)).at("/id");
    }

    private List<String> told(Person person) {
        return api.get(person.token(), "/api/assessments/inbox")
                .json()
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }
}
