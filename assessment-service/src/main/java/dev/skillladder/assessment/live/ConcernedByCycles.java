package dev.skillladder.assessment.live;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a cycle as a whole concerns. Reads the tables of {@code cycle} and {@code reviewrequest}, which stand above this
 * package.
 */
@Component
class ConcernedByCycles {

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    ConcernedByCycles(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Those of the cycles that HR, a participant, a manager above one today, or somebody asked in it may hear of. */
    Set<UUID> heardBy(Caller reader, Collection<UUID> cycles) {
        if (reader.hasRole("hr") || cycles.isEmpty()) {
            return Set.copyOf(cycles);
        }
        UUID person = reader.engineer();
        if (person == null) {
            return Set.of();
        }
        Set<UUID> people = new HashSet<>(access.below(person, LocalDate.now(clock.withZone(ZoneOffset.UTC))));
        people.add(person);
        return Set.copyOf(jdbc.sql("""
                        select cycle.id
                        from unnest(:cycles::uuid[]) as cycle (id)
                        where exists (
                                  select from cycle_participant participant
                                  where participant.cycle = cycle.id and participant.engineer = any (:people::uuid[])
                                    and participant.state <> 'LEFT')
                           or exists (
                                  select from review_request request
                                  where request.cycle = cycle.id and request.state <> 'ENDED'
                                    and (request.reviewer = :person or request.delegate = :person))
                        """)
                .param("cycles", texts(cycles))
                .param("people", texts(people))
                .param("person", person)
                .query(UUID.class)
                .list());
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
