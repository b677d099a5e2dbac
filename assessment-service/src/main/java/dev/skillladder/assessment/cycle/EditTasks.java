package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.assessment.reviewrequest.AssignReviewers;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** HR sees and edits who reviews whom while a cycle runs. */
@Component
class EditTasks {

    private static final UUID FIRST = new UUID(0, 0);

    private final Cycles cycles;
    private final AssignReviewers assign;
    private final JdbcClient jdbc;
    private final Clock clock;

    EditTasks(Cycles cycles, AssignReviewers assign, JdbcClient jdbc, Clock clock) {
        this.cycles = cycles;
        this.assign = assign;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    Task add(Caller caller, UUID cycle, NewTask given) {
        requireOpen(cycles.locked(cycle));
        UUID id = assign.assign(
                caller, cycle, given.subject(), given.kind(), given.reviewer(), Reason.required(given.reason()), now());
        return tasks(cycle, null, id, FIRST, 1).getFirst();
    }

    @Transactional
    void end(Caller caller, UUID cycle, UUID task, @Nullable String why) {
        requireOpen(cycles.locked(cycle));
        assign.end(caller, cycle, task, Reason.required(why), now());
    }

    List<Task> page(UUID cycle, @Nullable UUID subject, @Nullable UUID after, int limit) {
        return tasks(cycle, subject, null, after == null ? FIRST : after, limit);
    }

    private List<Task> tasks(UUID cycle, @Nullable UUID subject, @Nullable UUID id, UUID after, int limit) {
        return jdbc.sql("""
                        select id, subject, kind, case when kind <> 'PEER' then reviewer end as reviewer, due_on,
                               case when kind <> 'PEER' or state in ('DECLINED', 'ENDED') then state end as state,
                               ended_because
                        from review_request
                        where cycle = :cycle and (:subject::uuid is null or subject = :subject::uuid)
                          and (:id::uuid is null or id = :id::uuid) and id > :after
                        order by id
                        limit :limit
                        """)
                .param("cycle", cycle)
                .param("subject", subject == null ? null : subject.toString())
                .param("id", id == null ? null : id.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> task(row))
                .list();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("reviewer", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getString("ended_because"));
    }

    private static void requireOpen(Cycle cycle) {
        if (cycle.state() != Cycle.State.OPEN) {
            throw new Conflict("This cycle is %s; tasks can be edited while it is OPEN.".formatted(cycle.state()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Who shall review whom, and why HR says so. */
    record NewTask(
            @Nullable UUID subject,
            @Nullable Kind kind,
            @Nullable UUID reviewer,
            @Nullable String reason) {}

    /**
     * A review that the cycle asks for.
     *
     * @param reviewer null for a peer, who is named to nobody
     * @param state null for a peer who may have answered
     */
    record Task(
            UUID id,
            UUID subject,
            Kind kind,
            @Nullable UUID reviewer,
            @Nullable LocalDate dueOn,
            @Nullable String state,
            @Nullable String endedBecause) {}
}
