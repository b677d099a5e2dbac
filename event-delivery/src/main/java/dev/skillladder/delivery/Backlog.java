package dev.skillladder.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits in this service's tables, asked at most once in a few seconds however many look. */
final class Backlog {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Counts last;
    private long lastAt;

    Backlog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    synchronized Counts now() {
        long nanos = System.nanoTime();
        if (last == null || nanos - lastAt > FRESH.toNanos()) {
            last = count();
            lastAt = nanos;
        }
        return last;
    }

    /** Counts stop at 100,000: what matters then is the age. */
    private Counts count() {
        return jdbc.sql("""
                        select (select count(*) from (select id from outbox limit 100000) as o) as outbox,
                               (select added_at from outbox order by id limit 1) as oldest,
                               (select count(*) from (select id from pending_event limit 100000) as p) as pending,
                               (select count(*) from (select id from dead_letter where resolved_at is null limit 100000) as d)
                                   as dead
                        """)
                .query((rs, row) -> new Counts(
                        rs.getLong("outbox"),
                        age(rs.getObject("oldest", OffsetDateTime.class)),
                        rs.getLong("pending"),
                        rs.getLong("dead")))
                .single();
    }

    private Duration age(@Nullable OffsetDateTime oldest) {
        Instant now = clock.instant();
        return oldest == null || oldest.toInstant().isAfter(now)
                ? Duration.ZERO
                : Duration.between(oldest.toInstant(), now);
    }

    /**
     * What waits.
     *
     * @param outbox events not sent
     * @param oldest age of the oldest of them
     * @param pending events that wait for a fact
     * @param dead dead letters that nobody has resolved
     */
    record Counts(long outbox, Duration oldest, long pending, long dead) {}
}
