package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.SECOND_PEER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What people find in their inboxes while a cycle runs, in both languages, and in nobody else's: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxStoryTest {

    private static final String INBOX = "/api/assessments/inbox";
    private static final String CYCLES = "/api/assessments/cycles";
    private static final String REQUESTS = "/api/assessments/review-requests";
    private static final String REVIEWS = "/api/assessments/reviews";
    private static final String CONTESTS = "/api/assessments/contests";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.INBOX);
    private final Api hr = example.as("hr");
    private final Api manager = example.as(MANAGER);
    private final Api self = example.as(ENGINEER);

    @Test
    @Order(1)
    void whoIsAskedToReviewIsTold() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(() -> hr.post(
                                CYCLES,
                                Map.of(
                                        "name",
                                        Map.of("zh", "评审", "en", "Reviews"),
                                        "framework",
                                        example.framework(),
                                        "to",
                                        TODAY.plusDays(9),
                                        "people",
                                        List.of(example.id(ENGINEER))))
                        .expect(201));
        example.as(SECOND_PEER)
                .put(INBOX + "/preferences", Map.of("language", "EN", "mail", false))
                .expect(200, 204);
        example.as(MANAGER)
                .put(INBOX + "/preferences", Map.of("language", "ZH", "mail", true))
                .expect(200, 204);
        Map<String, Object> peers = Map.of(
                "subject", example.id(ENGINEER), "reviewers", List.of(example.id(FIRST_PEER), example.id(SECOND_PEER)));
        eventually().untilAsserted(() -> self.post(REQUESTS, peers).expect(201));

        for (String asked : List.of(ENGINEER, MANAGER, FIRST_PEER, SECOND_PEER)) {
            eventually()
                    .untilAsserted(
                            () -> assertThat(notice(asked, "REVIEW_ASKED")).isPresent());
        }
        JsonNode notice = notice(FIRST_PEER, "REVIEW_ASKED").orElseThrow();
        assertThat(notice.at("/text/en").asString()).isEqualTo("You are asked to review %s.".formatted(ENGINEER));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("请您评审示例。");
        assertThat(notice.at("/target/what").asString()).isEqualTo("REVIEW_REQUEST");
        example.as(FIRST_PEER)
                .get(REQUESTS + "/" + notice.at("/target/id").asString())
                .expect(200);
        assertThat(notice(STRANGER, "REVIEW_ASKED")).isEmpty();
    }

    @Test
    @Order(2)
    void whoIsToldGetsMailInTheLanguageTheyWantOrNone() throws IOException, MessagingException {
        eventually().untilAsserted(() -> assertThat(mail(FIRST_PEER)).isNotEmpty());
        eventually().untilAsserted(() -> assertThat(mail(MANAGER)).isNotEmpty());

        MimeMessage both = mail(FIRST_PEER).getFirst();
        assertThat(both.getSubject()).isEqualTo("Skill Ladder 技能阶梯: You are asked to review %s.".formatted(ENGINEER));
        assertThat(both.getContent().toString())
                .contains(
                        "You are asked to review " + ENGINEER,
                        "请您评审示例",
                        installation.stack().browserUrl() + "/");
        assertThat(both.getAllRecipients()).hasSize(1);
        assertThat(mail(MANAGER).getFirst().getSubject()).startsWith("技能阶梯:请您评审");
        assertThat(mail(SECOND_PEER)).as("wants none").isEmpty();
        assertThat(mail(STRANGER)).isEmpty();
    }

    private List<MimeMessage> mail(String user) {
        return installation.mailTo(example.as(user).user());
    }

    @Test
    @Order(3)
    void whoAskedIsToldThatSomebodyDeclinedButNotWhy() {
        String request = REQUESTS + "/"
                + notice(SECOND_PEER, "REVIEW_ASKED")
                        .orElseThrow()
                        .at("/target/id")
                        .asString();
        var why = Map.of("reason", "We never worked together.");
        example.as(STRANGER).post(request + "/decline", why).expect(403);
        example.as(SECOND_PEER).post(request + "/decline", why).expect(200);
        example.as(SECOND_PEER).post(request + "/decline", why).expect(409);

        JsonNode notice = notice(ENGINEER, "REVIEW_DECLINED").orElseThrow();
        assertThat(notice.at("/text/en").asString())
                .isEqualTo("Somebody you asked to review %s declined.".formatted(ENGINEER));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("您邀请评审示例的人员中有一位谢绝了。");
        assertThat(notice.toString()).doesNotContain(example.id(SECOND_PEER).toString(), "never worked");
        for (String other : List.of(MANAGER, FIRST_PEER, SECOND_PEER, STRANGER)) {
            assertThat(notice(other, "REVIEW_DECLINED")).isEmpty();
        }
        self.get(request + "/history").expect(403);
        manager.get(request + "/history").expect(403);
        assertThat(hr.get(request + "/history")
                        .expect(200)
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("We never worked together.");
    }

    @Test
    @Order(4)
    void whoIsDueSoonIsRemindedOnceADay() {
        String cycle = CYCLES + "/"
                + self.get(CYCLES + "/current")
                        .expect(200)
                        .json()
                        .at("/cycle/id")
                        .asString();
        manager.post(cycle + "/remind", Map.of()).expect(403);
        hr.post(cycle + "/remind", Map.of()).expect(200);
        hr.post(cycle + "/remind", Map.of()).expect(409);

        JsonNode notice = notice(MANAGER, "DUE_SOON").orElseThrow();
        assertThat(notice.at("/text/en").asString())
                .isEqualTo("The review of %s is due on %s.".formatted(ENGINEER, TODAY.plusDays(9)));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("对示例的评审将于 %s 到期。".formatted(TODAY.plusDays(9)));
        assertThat(notice(SECOND_PEER, "DUE_SOON"))
                .as("who declined owes nothing")
                .isEmpty();
        assertThat(notice(STRANGER, "DUE_SOON")).isEmpty();
    }

    @Test
    @Order(5)
    void theManagerIsToldThatAProposalWaits() {
        manager.post(REVIEWS, review(Map.of("java", 5, "kafka", 5, "sql", 5, "testing", 5, "mentoring", 5)))
                .expect(201);

        eventually()
                .untilAsserted(
                        () -> assertThat(notice(MANAGER, "PROPOSAL_WAITING")).isPresent());
        JsonNode notice = notice(MANAGER, "PROPOSAL_WAITING").orElseThrow();
        assertThat(notice.at("/text/en").asString())
                .isEqualTo("A level is proposed for %s; it waits for your decision.".formatted(ENGINEER));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("示例的级别建议等待您的决定。");
        assertThat(notice.at("/target/what").asString()).isEqualTo("PROPOSAL");
        for (String other : List.of(ENGINEER, FIRST_PEER, STRANGER)) {
            assertThat(notice(other, "PROPOSAL_WAITING")).isEmpty();
        }
    }

    @Test
    @Order(6)
    void theEngineerIsToldThatTheContestWasDecided() {
        String contest = CONTESTS + "/"
                + self.post(
                                CONTESTS,
                                Map.of("skill", "sql", "level", "senior", "reason", "I rewrote the billing queries."))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        assertThat(notice(ENGINEER, "CONTEST_DECIDED")).isEmpty();
        hr.post(contest + "/decision", Map.of("outcome", "DISMISSED", "reason", "They are still slow."))
                .expect(200);

        JsonNode notice = notice(ENGINEER, "CONTEST_DECIDED").orElseThrow();
        assertThat(notice.at("/text/en").asString())
                .isEqualTo("The contest about %s was decided; the reason is given there.".formatted(ENGINEER));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("关于示例的申诉已有结果,请查看理由。");
        assertThat(notice(STRANGER, "CONTEST_DECIDED")).isEmpty();
    }

    @Test
    @Order(7)
    void whoAskedIsToldThatTheManagerHandedTheReviewOn() {
        String request = REQUESTS + "/"
                + self.post(
                                REQUESTS,
                                Map.of(
                                        "subject",
                                        example.id(ENGINEER),
                                        "kind",
                                        "MANAGER",
                                        "reviewers",
                                        List.of(example.id(MANAGER))))
                        .expect(201)
                        .json()
                        .at("/items/0/id")
                        .asString();
        var handover = Map.of("delegate", example.id(STRANGER), "reason", "On leave.");
        example.as(STRANGER).post(request + "/delegate", handover).expect(403);
        self.post(request + "/delegate", handover).expect(403);
        manager.post(request + "/delegate", handover).expect(200);

        JsonNode notice = notice(ENGINEER, "REVIEW_DELEGATED").orElseThrow();
        assertThat(notice.at("/text/en").asString())
                .isEqualTo("The manager's review of %s that you asked for was handed to somebody else."
                        .formatted(ENGINEER));
        assertThat(notice.at("/text/zh").asString()).isEqualTo("您请求的对示例的经理评审已转交他人。");
        assertThat(notice(STRANGER, "REVIEW_ASKED")).isPresent();
        assertThat(notice(MANAGER, "REVIEW_DELEGATED")).isEmpty();
        assertThat(self.get(request + "/history")
                        .expect(200)
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("On leave.");
        example.as(FIRST_PEER).get(request + "/history").expect(403);
    }

    @Test
    @Order(8)
    void everybodyPagesThroughAndMarksTheirOwnAlone() {
        List<JsonNode> all = all(ENGINEER);
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = self.get(INBOX + "?limit=2" + next).expect(200).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(item -> paged.add(item.path("id").asString()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(paged)
                .hasSizeGreaterThan(2)
                .containsExactlyElementsOf(
                        all.stream().map(item -> item.path("id").asString()).toList());

        String first = INBOX + "/" + paged.getFirst() + "/read";
        for (String other : List.of(MANAGER, FIRST_PEER, STRANGER)) {
            example.as(other).post(first, Map.of()).expect(404);
            example.as(other).post(INBOX + "/read", Map.of()).expect(204);
            assertThat(new HashSet<>(all(other).stream()
                            .map(item -> item.path("id").asString())
                            .toList()))
                    .doesNotContainAnyElementsOf(paged);
        }
        hr.get(INBOX).expect(403);
        hr.post(first, Map.of()).expect(403);
        assertThat(unread()).as("nobody else read them").isEqualTo(paged.size());

        self.post(first, Map.of()).expect(204);
        self.post(first, Map.of()).expect(204);
        assertThat(unread()).isEqualTo(paged.size() - 1);
        self.get(INBOX + "?after=nonsense").expect(400);
        self.get(INBOX + "?limit=100000").expect(400);
    }

    private int unread() {
        return self.get(INBOX + "?limit=1").expect(200).json().path("unread").asInt();
    }

    private Map<String, Object> review(Map<String, Integer> ratings) {
        return Map.of(
                "subject",
                example.id(ENGINEER),
                "kind",
                "MANAGER",
                "framework",
                example.framework(),
                "ratings",
                WorkedExample.ratings(ratings));
    }

    private Optional<JsonNode> notice(String user, String kind) {
        return all(user).stream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .findFirst();
    }

    private List<JsonNode> all(String user) {
        return List.copyOf(example.as(user)
                .get(INBOX + "?limit=200")
                .expect(200)
                .json()
                .path("items")
                .values());
    }
}
