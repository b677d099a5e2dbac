package dev.skillladder.catalog.repeat;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.problem.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers for a week what a POST with an Idempotency-Key answered. */
@Component
public class RepeatedRequests {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    RepeatedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Does the work, or answers what it answered under this person's key before. Of two at the same time the second
     * waits for the first one's transaction.
     *
     * @param key the header's value; null does the work without remembering
     * @param request method, path and body, to tell a repetition from another request under the same key
     * @param work what to do inside the caller's transaction; returns what to remember
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String once(String person, @Nullable String key, String request, Supplier<String> work) {
        if (key == null) {
            return work.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.badRequest(
                    "bad-idempotency-key", "Idempotency-Key must be 1 to 100 visible ASCII characters.");
        }
        String digest = CanonicalJson.digest(request);
        return claimed(person, key, digest) ? remembered(person, key, work.get()) : first(person, key, digest);
    }

    private boolean claimed(String person, String key, String digest) {
        return jdbc.sql("""
                insert into repeated_requests (person, key, request, answer, recorded_at)
                values (:person, :key, :request, '', :now)
                on conflict (person, key) do nothing
                """)
                        .param("person", person)
                        .param("key", key)
                        .param("request", digest)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private String remembered(String person, String key, String answer) {
        int rows = jdbc.sql("update repeated_requests set answer = :answer where person = :person and key = :key")
                .param("answer", answer)
                .param("person", person)
                .param("key", key)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the claim of key " + key + " vanished inside its transaction");
        }
        return answer;
    }

    private String first(String person, String key, String digest) {
        return jdbc.sql("""
                select answer from repeated_requests
                where person = :person and key = :key and request = :request
                """)
                .param("person", person)
                .param("key", key)
                .param("request", digest)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Use a new key for a new request."));
    }

    /** Forgets what is older than a week. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    @Transactional
    public void forget() {
        jdbc.sql("delete from repeated_requests where recorded_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
