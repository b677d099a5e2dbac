package dev.skillladder.assessment.review;

import static dev.skillladder.assessment.review.ReviewFixture.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/access.md, line by line. */
class ReviewAccessTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";
    private static final String REQUESTS = "/api/assessments/review-requests";

    private final Person director = Person.named("director");
    private final Person manager = Person.named("manager");
    private final Person formerManager = Person.named("former-manager");
    private final Person dottedManager = Person.named("dotted-manager");
    private final Person engineer = Person.named("engineer");
    private final Person report = Person.named("report");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(director),
                Statements.about(dottedManager),
                Statements.about(formerManager),
                Statements.about(stranger),
                Statements.about(manager).below(director),
                Statements.about(engineer)
                        .line(formerManager, LineKind.SOLID, "2020-01-01", null)
                        .line(manager, LineKind.SOLID, "2026-01-01", null)
                        .line(dottedManager, LineKind.DOTTED, "2026-06-01", null),
                Statements.about(report).below(engineer));
    }

    @Test
    void refusesSelfReviewAboutSomebodyElse() {
        refused(submit(manager, Kind.SELF, engineer));
        refused(submit(stranger, Kind.SELF, engineer));
    }

    @Test
    void refusesManagerReviewOfStrangerSuperiorAndOneself() {
        refused(submit(stranger, Kind.MANAGER, engineer));
        refused(submit(engineer, Kind.MANAGER, manager));
        refused(submit(engineer, Kind.MANAGER, engineer));
        refused(submit(manager, Kind.MANAGER, stranger));
    }

    @Test
    void refusesHrAndNobody() {
        Reply hr = api.post(Person.named("hr").token("hr"), REVIEWS, review(Kind.MANAGER, engineer, "java 4"));
        refused(hr);
        refused(api.post(stranger.token("hr", "operator"), REVIEWS, review(Kind.MANAGER, engineer, "java 4")));
    }

    @Test
    void refusesDottedManagerForReportsOfTheReport() {
        assertThat(submit(dottedManager, Kind.MANAGER, engineer).status()).isEqualTo(201);
        refused(submit(dottedManager, Kind.MANAGER, report));
    }

    @Test
    void refusesDottedManagerBeforeTheLineBegan() {
        refused(api.post(dottedManager.token(), REVIEWS, review(Kind.MANAGER, engineer, "2026-05-31", "java 4")));
    }

    @Test
    void takesFormerManagerOnlyForDaysOfTheirTime() {
        refused(submit(formerManager, Kind.MANAGER, engineer));
        assertThat(api.post(formerManager.token(), REVIEWS, review(Kind.MANAGER, engineer, "2025-12-31", "java 4"))
                        .status())
                .isEqualTo(201);
        refused(api.post(manager.token(), REVIEWS, review(Kind.MANAGER, engineer, "2025-12-31", "java 4")));
    }

    @Test
    void takesManagersAnyStepsAbove() {
        assertThat(submit(manager, Kind.MANAGER, engineer).status()).isEqualTo(201);
        assertThat(submit(director, Kind.MANAGER, engineer).status()).isEqualTo(201);
        assertThat(submit(director, Kind.MANAGER, report).status()).isEqualTo(201);
    }

    @Test
    void answersAlikeForStrangersAndForNobody() {
        Reply stranger = submit(manager, Kind.MANAGER, this.stranger);
        Reply nobody = submit(manager, Kind.MANAGER, Person.named("nobody"));

        refused(nobody);
        assertThat(nobody.at("/detail")).isEqualTo(stranger.at("/detail"));
    }

    @Test
    void takesPeerReviewOnceWhenAsked() {
        refused(submit(stranger, Kind.PEER, engineer));
        ask(engineer, engineer, stranger);

        assertThat(submit(stranger, Kind.PEER, engineer).status()).isEqualTo(201);
        refused(submit(stranger, Kind.PEER, engineer));
        assertThat(api.get(stranger.token(), REQUESTS + "?state=ANSWERED").at("/items/0/subject"))
                .isEqualTo(engineer.toString());
    }

    @Test
    void keepsTheRequestOpenWhenThePeersReviewIsRefused() {
        ask(engineer, engineer, stranger);

        assertThat(api.post(stranger.token(), REVIEWS, review(Kind.PEER, engineer, "java 9"))
                        .status())
                .isEqualTo(422);
        assertThat(submit(stranger, Kind.PEER, engineer).status()).isEqualTo(201);
    }

    @Test
    void refusesToAskPeersAboutStrangersAndOneselfAsPeer() {
        refused(api.post(stranger.token(), REQUESTS, asking(engineer, stranger)));
        refused(api.post(Person.named("hr").token("hr"), REQUESTS, asking(engineer, stranger)));
        Reply oneself = api.post(engineer.token(), REQUESTS, asking(engineer, engineer));
        assertThat(oneself.status()).isEqualTo(422);
        assertThat(oneself.pointers()).containsExactly("/reviewers/0");
        Reply nobody = api.post(manager.token(), REQUESTS, asking(engineer, Person.named("nobody")));
        assertThat(nobody.pointers()).containsExactly("/reviewers/0");
    }

    @Test
    void asksAPeerOnlyOnceAtATime() {
        Reply first = ask(engineer, engineer, stranger);
        Reply second = ask(manager, engineer, stranger);

        assertThat(second.at("/items/0/id")).isEqualTo(first.at("/items/0/id"));
        Reply asked = api.get(stranger.token(), REQUESTS + "?state=OPEN");
        assertThat(asked.json().at("/items").size()).isOne();
        assertThat(asked.at("/items/0/requestedBy")).isEqualTo(engineer.toString());
    }

    @Test
    void showsReviewsToWriterSubjectManagersAndHrOnly() {
        String id = submit(manager, Kind.MANAGER, engineer).at("/id");

        for (Person reader : new Person[] {manager, director, dottedManager, engineer}) {
            assertThat(api.get(reader.token(), REVIEWS + "/" + id).at("/rater")).isEqualTo(manager.toString());
        }
        assertThat(api.get(Person.named("hr").token("hr"), REVIEWS + "/" + id).status())
                .isEqualTo(200);
        refused(api.get(stranger.token("operator", "auditor", "curator"), REVIEWS + "/" + id));
        refused(api.get(formerManager.token(), REVIEWS + "/" + id));
        refused(api.get(report.token(), REVIEWS + "/" + id));
    }

    @Test
    void listsOnlyWhatTheCallerMayRead() {
        submit(manager, Kind.MANAGER, engineer);
        submit(engineer, Kind.SELF, engineer);

        String list = REVIEWS + "?subject=" + engineer;
        assertThat(api.get(director.token(), list).json().at("/items").size()).isEqualTo(2);
        assertThat(api.get(director.token(), list + "&kind=SELF")
                        .json()
                        .at("/items")
                        .size())
                .isOne();
        assertThat(api.get(engineer.token(), REVIEWS).json().at("/items").size())
                .isEqualTo(2);
        refused(api.get(stranger.token(), list));
        assertThat(api.get(stranger.token(), REVIEWS).json().at("/items").size())
                .isZero();
    }

    @Test
    void namesPeersToNobody() {
        ask(engineer, engineer, stranger);
        String id = submit(stranger, Kind.PEER, engineer).at("/id");

        refused(api.get(engineer.token(), REVIEWS + "/" + id)); // before the third peer
        for (String token : new String[] {manager.token(), Person.named("hr").token("hr")}) {
            Reply read = api.get(token, REVIEWS + "/" + id);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.text()).doesNotContain(stranger.toString());
            assertThat(api.get(token, REVIEWS + "?subject=" + engineer).text()).doesNotContain(stranger.toString());
        }
        assertThat(api.get(stranger.token(), REVIEWS + "/" + id).at("/rater")).isEqualTo(stranger.toString());
    }

    @Test
    void letsNobodyButTheWriterCorrectOrWithdraw() {
        Reply review = submit(manager, Kind.MANAGER, engineer);
        String path = REVIEWS + "/" + review.at("/id");
        String correction = ReviewFixture.correction(Kind.MANAGER, engineer, "2026-11-01", "java 5");

        for (Person other : new Person[] {director, engineer, stranger}) {
            refused(api.put(other.token("hr"), path, correction, "If-Match", "\"1\""));
            refused(api.post(other.token("hr"), path + "/withdrawal", "{\"reason\": \"Not mine\"}"));
        }
    }

    private Reply submit(Person rater, Kind kind, Person subject) {
        return api.post(rater.token(), REVIEWS, review(kind, subject, "java 4"));
    }

    private Reply ask(Person requester, Person subject, Person peer) {
        Reply reply = api.post(requester.token(), REQUESTS, asking(subject, peer));
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    private static String asking(Person subject, Person peer) {
        return "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(subject, peer);
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("not-allowed");
    }
}
