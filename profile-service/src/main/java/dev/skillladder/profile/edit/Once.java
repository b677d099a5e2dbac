package dev.skillladder.profile.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skillladder.profile.problem.BadParameter;
import dev.skillladder.profile.problem.KeyReused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Lets a caller repeat a creation: the same Idempotency-Key gets the first answer again. */
@Component
public class Once {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Once(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates, or tells what the same key created before, in one transaction with the creation.
     *
     * @param caller keys of different callers have nothing to do with each other
     * @param key null to create in any case
     */
    @Transactional
    public <T> T answer(String caller, @Nullable String key, Object body, Class<T> type, Supplier<T> creation) {
        if (key == null) {
            return creation.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new BadParameter("Idempotency-Key must have 1 to 100 visible ASCII characters.");
        }
        byte[] digest = digest(type.getSimpleName() + json.writeValueAsString(body));
        forgetOld();
        if (!claim(caller, key, digest)) {
            return json.readValue(first(caller, key, digest), type);
        }
        T answer = creation.get();
        remember(caller, key, json.writeValueAsString(answer));
        return answer;
    }

    /** Waits for a transaction that holds the same key. */
    private boolean claim(String caller, String key, byte[] digest) {
        return jdbc.sql("""
                        insert into idempotent_answer (caller, key, digest, created_at)
                        values (:caller, :key, :digest, :now)
                        on conflict do nothing
                        """)
                        .params(Map.of("caller", caller, "key", key, "digest", digest, "now", now()))
                        .update()
                == 1;
    }

    private String first(String caller, String key, byte[] digest) {
        return jdbc.sql("""
                        select answer
                          from idempotent_answer
                         where caller = :caller and key = :key and digest = :digest
                        """)
                .params(Map.of("caller", caller, "key", key, "digest", digest))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new KeyReused("Idempotency-Key " + key
                        + " was used for another body. Repeat that body, or use a new key for this one."));
    }

    private void remember(String caller, String key, String answer) {
        jdbc.sql("update idempotent_answer set answer = :answer where caller = :caller and key = :key")
                .params(Map.of("caller", caller, "key", key, "answer", answer))
                .update();
    }

    private void forgetOld() {
        jdbc.sql("delete from idempotent_answer where created_at < :limit")
                .param("limit", now().minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
