package dev.skillladder.assessment.reviewrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewRequestTest extends AssessmentTest {

    private static final String REQUESTS = "/api/assessments/review-requests";
    private static final String INBOX = "/api/assessments/inbox";
    private static final String REVIEWS = "/api/assessments/reviews";
    private static final String CONFLICTS = "/api/assessments/conflicts";
    private static final String DELEGATIONS = "/api/assessments/delegations";

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person report = Person.named("report");
    private final Person peer = Person.named("peer");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(manager),
                Statements.about(peer),
                Statements.about(stranger),
                Statements.about(engineer).below(manager),
                Statements.about(report).below(manager));
    }

    @Test
    void nobodyRepliesToWhatSomebodyElseWasAsked() {
        String request = asked("PEER", engineer, peer);
        for (Person other : new Person[] {engineer, manager, stranger}) {
            for (String reply : new String[] {"/accept", "/decline", "/delegate"}) {
                refused(api.post(other.token("hr"), request + reply, "{\"reason\": \"x\"}"));
            }
            refused(api.get(other.token("hr"), request));
        }
        assertThat(api.post(peer.token(), REQUESTS + "/" + peer + "/accept", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPeerAcceptsAndAnswers() {
        String request = asked("PEER", engineer, peer);
        assertThat(api.post(peer.token(), request + "/accept", "{}").at("/state"))
                .isEqualTo("ACCEPTED");
        assertThat(api.post(peer.token(), request + "/accept", "{}").at("/state"))
                .isEqualTo("ACCEPTED");
        assertThat(review(peer, "PEER", engineer).status()).isEqualTo(201);
        assertThat(api.get(peer.token(), request).at("/state")).isEqualTo("ANSWERED");
        assertThat(api.post(peer.token(), request + "/decline", "{\"reason\": \"Too late.\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aPeerDeclinesWithAReasonAndMayNotReviewThen() {
        String request = asked("PEER", engineer, peer);
        assertThat(api.post(peer.token(), request + "/decline", "{}").pointers())
                .containsExactly("/reason");
        assertThat(api.post(peer.token(), request + "/decline", "{\"reason\": \"We never worked together.\"}")
                        .at("/state"))
                .isEqualTo("DECLINED");
        refused(review(peer, "PEER", engineer));
        assertThat(api.post(peer.token(), request + "/accept", "{}").status()).isEqualTo(409);
        assertThat(asked("PEER", engineer, peer)).as("asked anew").isNotEqualTo(request);
    }

    @Test
    void tellsWhoAskedThatSomebodyDeclinedOnceAndNobodyElse() {
        String request = REQUESTS + "/"
                + api.post(manager.token(), REQUESTS, asking("PEER", engineer, peer))
                        .at("/items/0/id");
        assertThat(api.post(peer.token(), request + "/decline", "{\"reason\": \"We never met.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(peer.token(), request + "/decline", "{\"reason\": \"We never met.\"}")
                        .status())
                .isEqualTo(409);

        Reply told = api.get(manager.token(), INBOX);
        assertThat(told.at("/items/0/kind")).isEqualTo("REVIEW_DECLINED");
        assertThat(told.at("/items/0/text/en")).startsWith("Somebody you asked").endsWith("declined.");
        assertThat(told.at("/items/0/text/zh")).startsWith("您邀请评审").endsWith("谢绝了。");
        assertThat(told.at("/items/0/about")).isEqualTo(engineer.toString());
        assertThat(told.text()).doesNotContain(peer.toString()).doesNotContain("never met");
        assertThat(told.at("/unread")).isEqualTo("1");
        for (Person other : new Person[] {engineer, peer, stranger}) {
            assertThat(api.get(other.token(), INBOX).text()).doesNotContain("REVIEW_DECLINED");
        }
    }

    @Test
    void tellsWhoAskedThatAnotherPersonReviews() {
        String request = asked("MANAGER", engineer, manager);
        assertThat(handOver(request, peer).status()).isEqualTo(200);

        Reply told = api.get(engineer.token(), INBOX);
        assertThat(told.at("/items/0/kind")).isEqualTo("REVIEW_DELEGATED");
        assertThat(told.at("/items/0/text/en")).endsWith("was handed to somebody else.");
        assertThat(told.at("/items/0/text/zh")).endsWith("已转交他人。");
        for (Person other : new Person[] {manager, peer, stranger}) {
            assertThat(api.get(other.token(), INBOX).text()).doesNotContain("REVIEW_DELEGATED");
        }
    }

    @Test
    void keepsWhyForThoseWhomItConcernsAndSealed() {
        String handed = asked("MANAGER", engineer, manager);
        handOver(handed, peer);
        for (Person reader : new Person[] {manager, peer, engineer}) {
            assertThat(api.get(reader.token(), handed + "/history").at("/items/0/reason"))
                    .isEqualTo("Away.");
        }
        refused(api.get(stranger.token(), handed + "/history"));

        String declined = asked("PEER", engineer, peer);
        api.post(peer.token(), declined + "/decline", "{\"reason\": \"We never met.\"}");
        refused(api.get(engineer.token(), declined + "/history"));
        refused(api.get(manager.token(), declined + "/history"));
        assertThat(api.get(hr(), declined + "/history").at("/items/0/reason")).isEqualTo("We never met.");
        assertThat(api.get(peer.token(), declined + "/history").at("/items/0/what"))
                .isEqualTo("DECLINED");
        assertThat(api.get(hr(), REQUESTS + "/" + peer + "/history").status()).isEqualTo(404);

        delegation(manager.token(), null, peer, "2026-11-10");
        assertThat(api.get(peer.token(), DELEGATIONS).at("/items/0/reason")).isEqualTo("Away.");
        assertThat(jdbc.sql("""
                                select reason from review_request_change
                                where request in (select id from review_request where subject = :engineer)
                                union all
                                select reason from delegation where manager = :manager
                                """)
                        .param("engineer", engineer.id())
                        .param("manager", manager.id())
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(stored -> assertThat(stored).startsWith("sealed1:"));
    }

    @Test
    void nobodyRatesThemselvesAsAPeer() {
        refused(review(engineer, "PEER", engineer));
        assertThat(api.post(engineer.token(), REQUESTS, asking("PEER", engineer, engineer))
                        .pointers())
                .containsExactly("/reviewers/0");
    }

    @Test
    void asksAManagerOnlyOfSomebodyAbove() {
        assertThat(api.post(engineer.token(), REQUESTS, asking("MANAGER", engineer, peer))
                        .pointers())
                .containsExactly("/reviewers/0");
        String request = asked("MANAGER", engineer, manager);
        assertThat(review(manager, "MANAGER", engineer).status()).isEqualTo(201);
        assertThat(api.get(manager.token(), request).at("/state")).isEqualTo("ANSWERED");
    }

    @Test
    void refusesADueDayThatHasPassed() {
        Reply reply = api.post(engineer.token(), REQUESTS, """
                {"subject": "%s", "reviewers": ["%s"], "dueOn": "2026-10-31"}""".formatted(engineer, peer));
        assertThat(reply.pointers()).containsExactly("/dueOn");
    }

    @Test
    void aManagerHandsOneRequestOn() {
        String request = asked("MANAGER", engineer, manager);
        refused(review(peer, "MANAGER", engineer));
        assertThat(handOver(request, engineer).pointers()).containsExactly("/delegate");
        assertThat(handOver(request, manager).pointers()).containsExactly("/delegate");
        assertThat(handOver(request, peer).at("/delegate")).isEqualTo(peer.toString());
        assertThat(api.get(peer.token(), REQUESTS + "?state=OPEN").at("/items/0/subject"))
                .isEqualTo(engineer.toString());

        Reply review = review(peer, "MANAGER", engineer);
        assertThat(review.status()).isEqualTo(201);
        assertThat(review.at("/onBehalfOf")).isEqualTo(manager.toString());
        assertThat(api.get(manager.token(), request).at("/state")).isEqualTo("ANSWERED");
        refused(review(peer, "MANAGER", engineer));
        refused(review(peer, "MANAGER", report));
    }

    @Test
    void aPeerCannotHandARequestOn() {
        String request = asked("PEER", engineer, peer);
        assertThat(api.post(peer.token(), request + "/delegate", """
                        {"delegate": "%s", "reason": "Away."}""".formatted(stranger))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void onlyManagersDelegateAndOnlyTheirOwn() {
        refused(delegation(engineer.token(), null, peer, "2026-11-30"));
        refused(delegation(peer.token(), manager, peer, "2026-11-30"));
        assertThat(delegation(manager.token(), null, manager, "2026-11-30").pointers())
                .containsExactly("/delegate");
        assertThat(delegation(manager.token(), null, peer, "2026-10-31").pointers())
                .containsExactly("/to");
    }

    @Test
    void aDelegateReadsAndReviewsWhileTheManagerIsAway() {
        String request = asked("MANAGER", engineer, manager);
        String level = "/api/assessments/engineers/" + engineer + "/observations";
        refused(api.get(peer.token(), level));
        String id = delegation(manager.token(), null, peer, "2026-11-10").at("/id");

        assertThat(api.get(peer.token(), level).status()).isEqualTo(200);
        assertThat(api.get(peer.token(), REVIEWS + "?subject=" + engineer).status())
                .isEqualTo(200);
        assertThat(api.get(peer.token(), REQUESTS + "?state=OPEN").at("/items/0/reviewer"))
                .isEqualTo(manager.toString());
        Reply review = review(peer, "MANAGER", engineer);
        assertThat(review.at("/rater")).isEqualTo(peer.toString());
        assertThat(review.at("/onBehalfOf")).isEqualTo(manager.toString());
        assertThat(api.get(manager.token(), request).at("/state")).isEqualTo("ANSWERED");
        refused(review(peer, "MANAGER", manager));
        refused(api.post(
                peer.token(),
                "/api/assessments/engineers/" + engineer + "/decisions",
                "{\"outcome\": \"CONFIRMED\", \"level\": \"mid\", \"reason\": \"x\"}"));

        clock.set(NOW.plusSeconds(10 * 86_400));
        refused(review(peer, "MANAGER", engineer));
        refused(api.get(peer.token(), level));
        refused(api.post(stranger.token(), DELEGATIONS + "/" + id + "/end", "{\"reason\": \"x\"}"));
    }

    @Test
    void aDelegateNeverReviewsThemselvesAndAnEndedDelegationEndsAtOnce() {
        String id = delegation(manager.token(), null, report, "2026-11-10").at("/id");
        refused(review(report, "MANAGER", report));
        assertThat(review(report, "MANAGER", engineer).status()).isEqualTo(201);

        assertThat(api.post(manager.token(), DELEGATIONS + "/" + id + "/end", "{\"reason\": \"Back.\"}")
                        .at("/endReason"))
                .isEqualTo("Back.");
        assertThat(api.post(manager.token(), DELEGATIONS + "/" + id + "/end", "{\"reason\": \"Back.\"}")
                        .status())
                .isEqualTo(409);
        refused(review(report, "MANAGER", engineer));
        assertThat(api.get(manager.token(), DELEGATIONS).at("/items/0/id")).isEqualTo(id);
        assertThat(api.get(stranger.token(), DELEGATIONS).json().at("/items").size())
                .isZero();
    }

    @Test
    void onlyTheTwoAndHrDeclareAConflict() {
        refused(api.post(stranger.token("operator"), CONFLICTS, conflict(engineer, manager)));
        refused(api.post(manager.token(), CONFLICTS, conflict(engineer, peer)));
        assertThat(api.post(engineer.token(), CONFLICTS, conflict(engineer, engineer))
                        .pointers())
                .containsExactly("/reviewer");
        assertThat(api.post(engineer.token(), CONFLICTS, """
                        {"subject": "%s", "reviewer": "%s"}""".formatted(engineer, peer))
                        .pointers())
                .containsExactly("/reason");
    }

    @Test
    void aConflictEndsTheRequestAndRefusesTheReview() {
        String request = asked("PEER", engineer, peer);
        Reply declared = api.post(peer.token(), CONFLICTS, conflict(engineer, peer));
        assertThat(declared.at("/declaredAs")).isEqualTo("REVIEWER");
        assertThat(api.get(peer.token(), request).at("/state")).isEqualTo("ENDED");
        refused(review(peer, "PEER", engineer));
        assertThat(api.post(engineer.token(), REQUESTS, asking("PEER", engineer, peer))
                        .pointers())
                .containsExactly("/reviewers/0");
        assertThat(api.post(hr(), CONFLICTS, conflict(engineer, peer)).status()).isEqualTo(409);

        assertThat(api.post(engineer.token(), CONFLICTS, conflict(engineer, manager))
                        .at("/declaredAs"))
                .isEqualTo("SUBJECT");
        refused(review(manager, "MANAGER", engineer));
        assertThat(review(manager, "MANAGER", report).status()).isEqualTo(201);
        assertThat(api.get(engineer.token(), CONFLICTS).json().at("/items").size())
                .isOne();
        assertThat(api.get(manager.token(), CONFLICTS).json().at("/items").size())
                .isZero();
        assertThat(api.get(hr(), CONFLICTS + "?limit=200").text())
                .contains(peer.toString())
                .contains("Married.");
    }

    @Test
    void aConflictIsEndedByHrOrWhoDeclaredItAndKept() {
        String id = api.post(hr(), CONFLICTS, conflict(engineer, manager)).at("/id");
        refused(api.post(manager.token(), CONFLICTS + "/" + id + "/end", "{\"reason\": \"x\"}"));
        assertThat(api.post(hr(), CONFLICTS + "/" + id + "/end", "{\"reason\": \"Clarified.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(review(manager, "MANAGER", engineer).status()).isEqualTo(201);
        assertThat(api.get(hr(), CONFLICTS + "?limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(item -> item.at("/id").asString().equals(id))
                        .map(item -> item.at("/endReason").asString()))
                .containsExactly("Clarified.");
    }

    private String asked(String kind, Person subject, Person reviewer) {
        Reply reply = api.post(subject.token(), REQUESTS, asking(kind, subject, reviewer));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return REQUESTS + "/" + reply.at("/items/0/id");
    }

    private static String asking(String kind, Person subject, Person reviewer) {
        return "{\"subject\": \"%s\", \"kind\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(subject, kind, reviewer);
    }

    private static String conflict(Person subject, Person reviewer) {
        return "{\"subject\": \"%s\", \"reviewer\": \"%s\", \"reason\": \"Married.\"}".formatted(subject, reviewer);
    }

    private Reply handOver(String request, Person delegate) {
        return api.post(
                manager.token(),
                request + "/delegate",
                "{\"delegate\": \"%s\", \"reason\": \"Away.\"}".formatted(delegate));
    }

    private Reply delegation(String token, Person from, Person delegate, String to) {
        return api.post(
                token,
                DELEGATIONS,
                "{%s \"delegate\": \"%s\", \"to\": \"%s\", \"reason\": \"Away.\"}"
                        .formatted(from == null ? "" : "\"manager\": \"" + from + "\",", delegate, to));
    }

    private Reply review(Person rater, String kind, Person subject) {
        return api.post(rater.token(), REVIEWS, """
                {"subject": "%s", "kind": "%s", "framework": "example", "ratings": [{"skill": "java", "value": 3}]}
                """.formatted(subject, kind));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("not-allowed");
    }
}
