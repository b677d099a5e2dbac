package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.live.Change;
import dev.skillladder.assessment.live.LiveChanges;
import dev.skillladder.assessment.request.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of who changed a cycle, when and why; open pages hear of each change. */
@Component
class CycleChanges {

    private final JdbcClient jdbc;
    private final LiveChanges live;

    CycleChanges(JdbcClient jdbc, LiveChanges live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    void add(Cycle cycle, CycleChange.What what, @Nullable String reason, String by, Instant now) {
        jdbc.sql("""
                        insert into cycle_change (id, cycle, what, to_day, reason, by, at)
                        values (:id, :cycle, :what, :to, :reason, :by, :now::timestamptz)
                        """)
                .param("id", UUID.randomUUID())
                .param("cycle", cycle.id())
                .param("what", what.name())
                .param("to", cycle.to())
                .param("reason", reason)
                .param("by", by)
                .param("now", now.toString())
                .update();
        live.tell(List.of(Change.cycle(cycle.id())));
    }

    /** Newest first. */
    List<CycleChange> page(UUID cycle, Cursor after, int limit) {
        return jdbc.sql("""
                        select id, what, to_day, reason, by, at from cycle_change
                        where cycle = :cycle and (at, id) < (:at::timestamptz, :id)
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("cycle", cycle)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> new CycleChange(
                        row.getObject("id", UUID.class),
                        CycleChange.What.valueOf(row.getString("what")),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("reason"),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
