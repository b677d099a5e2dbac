package dev.skillladder.assessment.blindness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the cycles of people began and ended. Reads the tables of package {@code cycle}, which stands above this one. */
@Component
class Campaigns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A person's cycles.
     *
     * @param lastEnd end of the newest cycle that is over
     * @param runningSince when the person came to the cycle that runs; null if none does
     */
    record Times(Instant lastEnd, @Nullable Instant runningSince) {}

    /** Everybody asked for is in the answer. */
    Map<UUID, Times> of(Collection<UUID> engineers) {
        Map<UUID, Instant> running = running(engineers);
        Map<UUID, Times> times = new HashMap<>();
        engineers.forEach(engineer -> times.put(engineer, new Times(Hidden.EVER, running.get(engineer))));
        jdbc.sql("""
                        select participant.engineer,
                               max(coalesce(cycle.closed_at, ((cycle.to_day + 1)::timestamp at time zone 'UTC'))) as ended
                        from cycle_participant participant join cycle on cycle.id = participant.cycle
                        where participant.engineer = any (:engineers::uuid[])
                          and participant.state in ('ACTIVE', 'FINISHED')
                          and (cycle.state = 'CLOSED' or cycle.state = 'OPEN' and cycle.to_day < :today)
                        group by participant.engineer
                        """)
                .param("engineers", engineers.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", today())
                .query(row -> {
                    UUID engineer = row.getObject("engineer", UUID.class);
                    Instant ended = row.getObject("ended", OffsetDateTime.class).toInstant();
                    times.put(engineer, new Times(ended, running.get(engineer)));
                });
        return times;
    }

    /** Since when the cycle runs in which each of them takes part; it runs through its last day. */
    Map<UUID, Instant> running(Collection<UUID> engineers) {
        Map<UUID, Instant> running = new HashMap<>();
        jdbc.sql("""
                        select participant.engineer, participant.joined_at
                        from cycle_participant participant join cycle on cycle.id = participant.cycle
                        where participant.engineer = any (:engineers::uuid[]) and participant.state = 'ACTIVE'
                          and cycle.state = 'OPEN' and cycle.to_day >= :today
                        """)
                .param("engineers", engineers.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", today())
                .query(row -> {
                    running.put(
                            row.getObject("engineer", UUID.class),
                            row.getObject("joined_at", OffsetDateTime.class).toInstant());
                });
        return running;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
