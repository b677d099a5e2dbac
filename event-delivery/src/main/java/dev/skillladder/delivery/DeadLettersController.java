package dev.skillladder.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of delivery. Each service's own path rules let only them in. */
@RestController
@RequestMapping("/api/${skill-ladder.delivery.path}")
class DeadLettersController {

    private static final int MAX_LIMIT = 200;

    private final JdbcClient jdbc;
    private final RetryDeadLetter retryDeadLetter;

    DeadLettersController(JdbcClient jdbc, RetryDeadLetter retryDeadLetter) {
        this.jdbc = jdbc;
        this.retryDeadLetter = retryDeadLetter;
    }

    @GetMapping("/dead-letters")
    Page<DeadLetter> deadLetters(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                limit,
                DeadLetter::id,
                jdbc.sql("""
                                select id, topic, partition, record_offset, key, event_id, event_source, reason, appended_at,
                                       died_at, attempts
                                from dead_letter
                                where resolved_at is null and id > :after
                                order by id
                                limit :limit
                                """)
                        .param("after", after)
                        .param("limit", checked(limit) + 1)
                        .query(DeadLettersController::deadLetter)
                        .list());
    }

    @PostMapping("/dead-letters/{id}/retry")
    Retried retry(@PathVariable long id) {
        Optional<String> stillDead;
        try {
            stillDead = retryDeadLetter.retry(id);
        } catch (RetryDeadLetter.DeadLetterNotFound e) {
            throw problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage() + "; list them to see which there are");
        }
        if (stillDead.isPresent()) {
            throw problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "still-dead",
                    "It was tried again and cannot be taken in: " + stillDead.get()
                            + ". Repair the cause, then retry.");
        }
        return new Retried(id, true);
    }

    @GetMapping("/pending")
    Page<Pending> pending(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                limit,
                Pending::id,
                jdbc.sql("""
                                select id, topic, partition, record_offset, key, fact, released, deferred_at
                                from pending_event
                                where id > :after
                                order by id
                                limit :limit
                                """)
                        .param("after", after)
                        .param("limit", checked(limit) + 1)
                        .query(DeadLettersController::pending)
                        .list());
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw problem(
                    HttpStatus.BAD_REQUEST, "invalid-parameter", "limit is " + limit + "; give 1 to " + MAX_LIMIT);
        }
        return limit;
    }

    private static ErrorResponseException problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("https://skillladder.dev/problems/" + name));
        return new ErrorResponseException(status, problem, null);
    }

    private static DeadLetter deadLetter(ResultSet rs, int row) throws SQLException {
        return new DeadLetter(
                rs.getLong("id"),
                rs.getString("topic"),
                rs.getObject("partition", Integer.class),
                rs.getObject("record_offset", Long.class),
                text(rs.getBytes("key")),
                rs.getString("event_id"),
                rs.getString("event_source"),
                rs.getString("reason"),
                rs.getObject("appended_at", OffsetDateTime.class).toInstant(),
                rs.getObject("died_at", OffsetDateTime.class).toInstant(),
                rs.getInt("attempts"));
    }

    private static Pending pending(ResultSet rs, int row) throws SQLException {
        return new Pending(
                rs.getLong("id"),
                rs.getString("topic"),
                rs.getInt("partition"),
                rs.getLong("record_offset"),
                String.valueOf(text(rs.getBytes("key"))),
                rs.getString("fact"),
                rs.getBoolean("released"),
                rs.getObject("deferred_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** A record that could not be taken in or, without partition and offset, not sent; never its body, which is personal. */
    record DeadLetter(
            long id,
            String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String key,
            @Nullable String eventId,
            @Nullable String eventSource,
            String reason,
            Instant appendedAt,
            Instant diedAt,
            int attempts) {}

    /** An event that waits for a fact. */
    record Pending(
            long id,
            String topic,
            int partition,
            long offset,
            String key,
            String fact,
            boolean released,
            Instant deferredAt) {}

    /** The answer to a retry. */
    record Retried(long id, boolean resolved) {}

    /** One page; {@code next} is null on the last. */
    record Page<T>(List<T> items, @Nullable String next) {

        static <T> Page<T> of(int limit, ToLongFunction<T> id, List<T> found) {
            return found.size() <= limit
                    ? new Page<>(found, null)
                    : new Page<>(found.subList(0, limit), Long.toString(id.applyAsLong(found.get(limit - 1))));
        }
    }
}
