package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who takes part in which cycle now. A cycle runs through its last day, whether or not it was closed by then. */
@Component
public class RunningCycles {

    private final JdbcClient jdbc;
    private final Clock clock;

    RunningCycles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one running cycle of the person. */
    public Optional<RunningCycle> of(UUID engineer) {
        return Optional.ofNullable(of(List.of(engineer)).get(engineer));
    }

    /** The running cycle of each of these people who has one. */
    public Map<UUID, RunningCycle> of(Collection<UUID> engineers) {
        return jdbc
                .sql("""
                        select participant.engineer, cycle.id, cycle.name_zh, cycle.name_en, cycle.framework,
                               cycle.framework_version, cycle.from_day, cycle.to_day
                        from cycle_participant participant join cycle on cycle.id = participant.cycle
                        where participant.engineer = any (:engineers::uuid[]) and participant.state = 'ACTIVE'
                          and cycle.state = 'OPEN' and cycle.to_day >= :today
                        """)
                .param("engineers", engineers.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, _) -> Map.entry(row.getObject("engineer", UUID.class), cycle(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the given cycles that still run; of a review's cycle, what it says may still be hidden. */
    public Set<UUID> running(Collection<UUID> cycles) {
        return Set.copyOf(jdbc.sql("""
                        select id from cycle
                        where id = any (:cycles::uuid[]) and state = 'OPEN' and to_day >= :today
                        """)
                .param("cycles", cycles.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .query(UUID.class)
                .list());
    }

    private static RunningCycle cycle(ResultSet row) throws SQLException {
        return new RunningCycle(
                row.getObject("id", UUID.class),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
