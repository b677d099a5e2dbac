package dev.skillladder.assessment.idempotency;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.KeyReused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs what a POST asks for in one transaction together with the answer, kept under the caller's {@code Idempotency-Key}.
 * Of two requests with one key that run side by side, the second one's insert waits for the first to end.
 */
@Component
public class OnlyOnce {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OnlyOnce(JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The first answer to this key, or the work's answer if there was none.
     *
     * @param key null: the caller does not repeat
     * @param body with the path's name what the key stands for; another body under the same key is refused
     */
    public <T extends Record> T answer(
            Caller caller, @Nullable String key, String path, Object body, Class<T> type, Supplier<T> work) {
        if (key == null) {
            return transaction.execute(_ -> work.get());
        }
        if (!KEY.matcher(key).matches()) {
            throw new BadRequest("An Idempotency-Key has 1 to 100 visible ASCII characters.");
        }
        String digest = digest(path + " " + json.writeValueAsString(body));
        return given(caller, key, digest, type).orElseGet(() -> first(caller, key, digest, type, work));
    }

    private <T extends Record> T first(Caller caller, String key, String digest, Class<T> type, Supplier<T> work) {
        Optional<T> answer = transaction.execute(status -> {
            T done = work.get();
            if (keep(caller, key, digest, json.writeValueAsString(done))) {
                return Optional.of(done);
            }
            status.setRollbackOnly();
            return Optional.empty();
        });
        return answer.or(() -> given(caller, key, digest, type))
                .orElseThrow(() -> new IllegalStateException("no answer kept under a key that was taken"));
    }

    private <T extends Record> Optional<T> given(Caller caller, String key, String digest, Class<T> type) {
        return jdbc.sql("select body_digest, answer from answered_request where caller = :caller and key = :key")
                .param("caller", caller.subject())
                .param("key", key)
                .query((row, _) -> {
                    if (!row.getString("body_digest").equals(digest)) {
                        throw new KeyReused("This Idempotency-Key was used for another request; use a new one.");
                    }
                    return json.readValue(row.getString("answer"), type);
                })
                .optional();
    }

    private boolean keep(Caller caller, String key, String digest, String answer) {
        return jdbc.sql("""
                        insert into answered_request (caller, key, body_digest, answer, answered_at)
                        values (:caller, :key, :digest, :answer, :now::timestamptz)
                        on conflict do nothing
                        """)
                        .param("caller", caller.subject())
                        .param("key", key)
                        .param("digest", digest)
                        .param("answer", answer)
                        .param("now", clock.instant().toString())
                        .update()
                == 1;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
