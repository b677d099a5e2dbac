package dev.skillladder.assessment.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.live.LiveChanges;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail over a real SMTP connection; the service's own job has no server in these tests and sends nothing. */
class MailTest extends AssessmentTest {

    private static final String INBOX = "/api/assessments/inbox";
    private static final MailSettings SETTINGS = new MailSettings(
            "127.0.0.1", "ladder@skillladder.example", URI.create("https://ladder.example"), Duration.ofSeconds(10));

    @Autowired
    private Notices notices;

    @Autowired
    private WaitingMail waiting;

    @Autowired
    private LiveChanges live;

    @Autowired
    private TransactionTemplate transaction;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Person engineer = Person.named("engineer");
    private final Person colleague = Person.named("colleague");
    private SendMail job;

    @BeforeEach
    void begin() {
        jdbc.sql("update notice set mail = 'NONE' where mail = 'WAITING'").update();
        facts.known(Statements.about(engineer), Statements.about(colleague));
        jdbc.sql(
                        "update known_engineer set email = engineer || '@skillladder.example' where engineer = any (?::uuid[])")
                .param(new String[] {engineer.toString(), colleague.toString()})
                .update();
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        job = new SendMail(waiting, sender, SETTINGS, clock);
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void sendsEachNoticeOnceInBothLanguages() throws MessagingException, IOException {
        tell("a");

        job.sendWaiting();
        job.sendWaiting();
        clock.set(NOW.plus(Duration.ofHours(3)));
        job.sendWaiting();

        MimeMessage mail = received().getFirst();
        assertThat(received()).hasSize(1);
        assertThat(mail.getFrom()[0].toString()).contains("ladder@skillladder.example");
        assertThat(mail.getSubject()).startsWith("Skill Ladder 技能阶梯: You are asked to review");
        assertThat(mail.getContent().toString()).contains("You are asked to review", "请您评审", "https://ladder.example/");
        assertThat(mail.getMessageID()).endsWith("@skill-ladder>");
    }

    @Test
    void speaksTheLanguageOfThePerson() throws MessagingException, IOException {
        api.put(engineer.token(), INBOX + "/preferences", "{\"language\": \"ZH\", \"mail\": true}");
        tell("a");

        job.sendWaiting();

        assertThat(received().getFirst().getSubject()).startsWith("技能阶梯:请您评审");
        assertThat(received().getFirst().getContent().toString()).doesNotContain("You are");
    }

    @Test
    void sendsNothingToWhoWantsNoneHasReadItOrHasNoAddress() throws MessagingException {
        api.put(engineer.token(), INBOX + "/preferences", "{\"language\": \"EN\", \"mail\": false}");
        tell("a");
        job.sendWaiting();
        api.put(engineer.token(), INBOX + "/preferences", "{\"language\": \"EN\", \"mail\": true}");
        tell("b");
        api.call("POST", engineer.token(), INBOX + "/read", null);
        job.sendWaiting();
        jdbc.sql("update known_engineer set email = null where engineer = ?")
                .param(engineer.id())
                .update();
        tell("c");
        job.sendWaiting();

        assertThat(received()).isEmpty();
        assertThat(states()).containsOnly("NONE");
    }

    @Test
    void triesAgainLaterWhenTheServerWasAwayAndGivesUpInTheEnd() throws MessagingException {
        server.stop();
        tell("a");
        job.sendWaiting();
        assertThat(states()).containsOnly("WAITING");

        server.start();
        restartOnItsPort();
        job.sendWaiting();
        assertThat(received()).as("not before a minute has passed").isEmpty();
        clock.set(NOW.plus(Duration.ofMinutes(1)));
        job.sendWaiting();
        assertThat(received()).hasSize(1);
        assertThat(states()).containsOnly("SENT");

        tell("b");
        jdbc.sql("update notice set mail_attempts = 8 where recipient = ? and mail = 'WAITING'")
                .param(engineer.id())
                .update();
        job.sendWaiting();
        assertThat(states()).containsOnly("SENT", "GIVEN_UP");
    }

    /** A server that starts again may listen elsewhere. */
    private void restartOnItsPort() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        job = new SendMail(waiting, sender, SETTINGS, clock);
    }

    private void tell(String key) {
        NewNotice notice = new NewNotice(
                engineer.id(),
                NoticeKind.REVIEW_ASKED,
                colleague.id(),
                new Target(Thing.REVIEW_REQUEST, key),
                Map.of(),
                "asked/" + key);
        transaction.executeWithoutResult(_ -> new Inbox(notices, SETTINGS, live, clock).tell(notice));
    }

    private List<MimeMessage> received() throws MessagingException {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, engineer))
                .toList();
    }

    private static boolean isTo(MimeMessage message, Person person) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().startsWith(person.toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> states() {
        return jdbc.sql("select mail from notice where recipient = ?")
                .param(engineer.id())
                .query(String.class)
                .list();
    }
}
