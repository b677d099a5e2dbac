package dev.skillladder.assessment.inbox;

import dev.skillladder.assessment.inbox.WaitingMail.Letter;
import dev.skillladder.contract.Text;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, some at a time, instances side by side. Normally once per notice: only if this process ends after the
 * server took a mail and before that is stored it goes out again, under the same Message-ID.
 */
@Component
class SendMail {

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    /** Few, so that the connection's time limits keep a round shorter than the minute after which mail is due again. */
    private static final int BATCH = 5;

    private final WaitingMail waiting;
    private final JavaMailSender server;
    private final MailSettings settings;
    private final Clock clock;

    SendMail(WaitingMail waiting, JavaMailSender server, MailSettings settings, Clock clock) {
        this.waiting = waiting;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.mail.every:10s}")
    void sendWaiting() {
        if (!settings.isOn()) {
            return;
        }
        waiting.dismiss(clock.instant());
        List<Letter> letters;
        boolean allSent = true;
        do {
            letters = waiting.take(BATCH, clock.instant());
            for (Letter letter : letters) {
                allSent &= send(letter);
            }
        } while (allSent && !letters.isEmpty()); // a server that is away is asked again in the next round
    }

    private boolean send(Letter letter) {
        try {
            server.send(message(letter));
        } catch (MailException e) {
            LOG.warn(
                    "mail of notice {} is tried again later: {}",
                    letter.notice().id(),
                    reason(e));
            return false;
        }
        waiting.sent(letter.notice().id());
        return true;
    }

    /** Without the address, which the server's own words may repeat. */
    private static String reason(MailException failure) {
        return failure instanceof MailSendException
                ? "the server refused it"
                : failure.getClass().getSimpleName();
    }

    private MimeMessage message(Letter letter) {
        MimeMessage message = server.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), "Skill Ladder");
            helper.setTo(letter.address());
            helper.setSubject(subject(letter));
            helper.setText(body(letter));
            helper.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Message-ID", "<" + letter.notice().id() + "@skill-ladder>");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException("a notice cannot be written as mail", e);
        }
        return message;
    }

    private static String subject(Letter letter) {
        Text text = letter.notice().text();
        return switch (letter.language()) {
            case ZH -> "技能阶梯:" + text.zh();
            case EN -> "Skill Ladder: " + text.en();
            case BOTH -> "Skill Ladder 技能阶梯: " + text.en();
        };
    }

    private String body(Letter letter) {
        Text text = letter.notice().text();
        String zh = text.zh() + "\n请在此查看:" + settings.page() + "/\n";
        String en = text.en() + "\nRead it here: " + settings.page() + "/\n";
        return switch (letter.language()) {
            case ZH -> zh;
            case EN -> en;
            case BOTH -> en + "\n" + zh;
        };
    }
}
