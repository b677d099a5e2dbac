package dev.skillladder.endtoend;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.skillladder.localstack.DemoUser;
import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import dev.skillladder.localstack.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The local stack on free ports with data of its own, started once for all tests of this JVM. */
final class LocalInstallation implements Installation {

    /** Stories that run beside the main one, each with people and a framework of its own. */
    static final String BAD_INPUT = "bad-input-";

    static final String FAULTS = "faults-";

    static final String CATALOG = "catalog-";

    static final String CYCLE = "cycle-";

    static final String IMPACT = "impact-";

    static final String GROWTH = "growth-";

    static final String REVIEWS = "reviews-";

    static final String DECISION = "decision-";

    static final String PEOPLE = "people-";

    static final String LIVE = "live-";

    static final String INBOX = "inbox-";

    static final String SCIM = "scim-";

    static final String EVIDENCE_FILES = "evidence-files-";

    /** Frameworks of their own, without people. */
    static final String FILES = "files-";

    static final String IMPORTS = "imports-";

    private static final Duration TOKENS_KEPT = Duration.ofMinutes(2);

    private final Path home = newHome();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final LocalStack stack;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant from) {}

    private static final class Shared {
        static final LocalInstallation STACK = new LocalInstallation();
    }

    /** The one that all stories share. */
    static LocalInstallation shared() {
        return Shared.STACK;
    }

    private LocalInstallation() {
        mail.start();
        stack = LocalStack.start(
                Settings.standard()
                        .in(home)
                        .onFreePorts()
                        .withUsers(users())
                        .withEnvironment("RATE_LIMIT_BURST", "100000")
                        .withEnvironment("RATE_LIMIT_PER_SECOND", "100000")
                        // reminders that a story waits for; a minute otherwise
                        .withEnvironment("ASSESSMENT_PROGRAMME_EVERY", "2s")
                        .withEnvironment("ASSESSMENT_DEVELOPMENT_EVERY", "2s")
                        .withEnvironment("ASSESSMENT_FRESHNESS_REMIND", "*/2 * * * * *")
                        .withEnvironment("ASSESSMENT_MAIL_EVERY", "2s")
                        .withEnvironment("MAIL_HOST", "127.0.0.1")
                        .withEnvironment(
                                "MAIL_PORT", Integer.toString(mail.getSmtp().getPort()))
                        .withEnvironment("MAIL_FROM", "ladder@skillladder.example"),
                System.out::println);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("skill-ladder-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoUser> users() {
        return Stream.of(
                        "",
                        BAD_INPUT,
                        FAULTS,
                        CATALOG,
                        IMPACT,
                        GROWTH,
                        CYCLE,
                        REVIEWS,
                        DECISION,
                        PEOPLE,
                        LIVE,
                        INBOX,
                        SCIM,
                        EVIDENCE_FILES)
                .flatMap(WorkedExample::users)
                .distinct()
                .map(name -> new DemoUser(name, "", roles(name)))
                .toList();
    }

    private static List<String> roles(String name) {
        return name.contains(".") ? List.of() : List.of(name.equals("cocurator") ? "curator" : name);
    }

    LocalStack stack() {
        return stack;
    }

    /** Where its data, keys and logs are. */
    Path home() {
        return home;
    }

    /** What the mail server got for this user, oldest first. */
    List<MimeMessage> mailTo(String user) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, user + "@skillladder.example"))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that cannot be read arrived", e);
        }
    }

    @Override
    public String gateway() {
        return stack.url(Part.GATEWAY);
    }

    @Override
    public String token(String user) {
        return tokens.compute(
                        user,
                        (name, known) -> known != null
                                        && known.from().isAfter(Instant.now().minus(TOKENS_KEPT))
                                ? known
                                : new Token(stack.token(name), Instant.now()))
                .value();
    }

    @Override
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }
}
