package dev.skillladder.assessment.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTest extends AssessmentTest {

    private static final String INBOX = "/api/assessments/inbox";

    @Autowired
    private Inbox inbox;

    @Autowired
    private TransactionTemplate transaction;

    private final Person engineer = Person.named("engineer");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void people() {
        facts.known(Statements.about(engineer), Statements.about(stranger));
    }

    @Test
    void showsNobodyAnothersInbox() {
        tell("a");
        String id = api.get(engineer.token(), INBOX).at("/items/0/id");

        assertThat(api.get(null, INBOX).status()).isEqualTo(401);
        assertThat(api.get(Person.named("hr").token("hr"), INBOX).status()).isEqualTo(403);
        assertThat(api.get(stranger.token(), INBOX).json().at("/items").size()).isZero();
        assertThat(api.call("POST", stranger.token(), INBOX + "/" + id + "/read", null)
                        .status())
                .isEqualTo(404);
        assertThat(api.get(engineer.token(), INBOX).at("/unread")).isEqualTo("1");
    }

    @Test
    void tellsInBothLanguagesWhatIsMadeFromKindAndParameters() {
        transaction.executeWithoutResult(_ -> inbox.tell(new NewNotice(
                engineer.id(),
                NoticeKind.DUE_SOON,
                stranger.id(),
                new Target(Thing.REVIEW_REQUEST, "r1"),
                Map.of("due", "2026-11-05"),
                "due/r1")));

        Reply reply = api.get(engineer.token(), INBOX);

        assertThat(reply.at("/items/0/kind")).isEqualTo("DUE_SOON");
        assertThat(reply.at("/items/0/text/en")).startsWith("The review of ").endsWith("is due on 2026-11-05.");
        assertThat(reply.at("/items/0/text/zh")).startsWith("对").endsWith("将于 2026-11-05 到期。");
        assertThat(reply.at("/items/0/target/what")).isEqualTo("REVIEW_REQUEST");
        assertThat(reply.at("/items/0/target/id")).isEqualTo("r1");
        assertThat(reply.at("/items/0/about")).isEqualTo(stranger.toString());
    }

    @Test
    void tellsTheSameKeyOnce() {
        tell("once");
        tell("once");

        assertThat(api.get(engineer.token(), INBOX).json().at("/items").size()).isOne();
    }

    @Test
    void tellsNothingIfTheTransactionFails() {
        transaction.executeWithoutResult(status -> {
            inbox.tell(notice("rolled back"));
            status.setRollbackOnly();
        });

        assertThat(api.get(engineer.token(), INBOX).json().at("/items").size()).isZero();
        assertThatThrownBy(() -> inbox.tell(notice("none"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void marksOneOrAllAsReadAndTwiceIsOnce() {
        tell("a");
        tell("b");
        tell("c");
        String first = api.get(engineer.token(), INBOX).at("/items/0/id");

        for (int i = 0; i < 2; i++) {
            assertThat(api.call("POST", engineer.token(), INBOX + "/" + first + "/read", null)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(api.get(engineer.token(), INBOX).at("/unread")).isEqualTo("2");
        assertThat(api.get(engineer.token(), INBOX + "?unread=true")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);

        assertThat(api.call("POST", engineer.token(), INBOX + "/read?until=2026-10-31T00:00:00Z", null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get(engineer.token(), INBOX).at("/unread")).isEqualTo("2");
        assertThat(api.call("POST", engineer.token(), INBOX + "/read", null).status())
                .isEqualTo(204);
        assertThat(api.get(engineer.token(), INBOX).at("/unread")).isEqualTo("0");
        assertThat(api.get(engineer.token(), INBOX).json().at("/items").size()).isEqualTo(3);
        assertThat(api.call("POST", engineer.token(), INBOX + "/" + UUID.randomUUID() + "/read", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesNewestFirst() {
        for (int i = 0; i < 3; i++) {
            clock.set(NOW.plusSeconds(i));
            tell("n" + i);
        }

        Reply first = api.get(engineer.token(), INBOX + "?limit=2");
        Reply second = api.get(engineer.token(), INBOX + "?limit=2&after=" + first.at("/next"));

        assertThat(first.at("/items/0/toldAt")).isEqualTo(NOW.plusSeconds(2).toString());
        assertThat(second.json().at("/items").size()).isOne();
        assertThat(second.at("/next")).isNull();
        assertThat(api.get(engineer.token(), INBOX + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void keepsHowSomebodyWantsToBeTold() {
        assertThat(api.get(engineer.token(), INBOX + "/preferences").at("/language"))
                .isEqualTo("BOTH");
        assertThat(api.put(engineer.token(), INBOX + "/preferences", "{}").pointers())
                .containsExactly("/language", "/mail");

        api.put(engineer.token(), INBOX + "/preferences", "{\"language\": \"ZH\", \"mail\": false}");

        assertThat(api.get(engineer.token(), INBOX + "/preferences").at("/language"))
                .isEqualTo("ZH");
        assertThat(api.get(engineer.token(), INBOX + "/preferences").at("/mail"))
                .isEqualTo("false");
        assertThat(api.get(stranger.token(), INBOX + "/preferences").at("/mail"))
                .isEqualTo("true");
    }

    @Test
    void refusesNoticesThatCannotBeSaid() {
        Target target = new Target(Thing.CYCLE, "c");
        assertThatThrownBy(
                        () -> new NewNotice(engineer.id(), NoticeKind.OVERDUE, stranger.id(), target, Map.of(), "key"))
                .hasMessageContaining("due");
        assertThatThrownBy(() -> new NewNotice(engineer.id(), NoticeKind.REVIEW_ASKED, null, target, Map.of(), "key"))
                .hasMessageContaining("whom");
        assertThat(List.of(NoticeKind.values()))
                .allSatisfy(kind -> assertThat(kind.say(
                                        new dev.skillladder.contract.Text("李娜", "Li Na"),
                                        Map.of("due", "2026-11-05", "count", "3"))
                                .zh())
                        .doesNotContain("{", "?"));
    }

    private void tell(String key) {
        transaction.executeWithoutResult(_ -> inbox.tell(notice(key)));
    }

    private NewNotice notice(String key) {
        return new NewNotice(
                engineer.id(),
                NoticeKind.REVIEW_ASKED,
                stranger.id(),
                new Target(Thing.REVIEW_REQUEST, key),
                Map.of(),
                "asked/" + key);
    }
}
