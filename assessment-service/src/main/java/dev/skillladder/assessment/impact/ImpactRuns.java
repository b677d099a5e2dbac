package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.contract.assessment.ImpactReported.State;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code impact_run} as people ask for runs, give them up and look at them. */
@Component
class ImpactRuns {

    private static final UUID NOBODY_YET = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Outbox outbox;
    private final Clock clock;

    ImpactRuns(JdbcClient jdbc, JsonMapper json, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes the place of older runs of the same draft; does nothing if there is a newer one or it was given up. */
    void request(ImpactRequested wanted) {
        jdbc.sql("delete from impact_run where draft = :draft and requested_at < :requestedAt::timestamptz")
                .param("draft", wanted.draft())
                .param("requestedAt", wanted.requestedAt().toString())
                .update();
        jdbc.sql("""
                        insert into impact_run (id, framework, draft, draft_revision, version, document, requested_at,
                            state, reached)
                        select :id, :framework, :draft, :revision, :version, :document, :requestedAt::timestamptz,
                            'WAITING', :nobody
                        where not exists (select from impact_run where draft = :draft)
                          and not exists (select from impact_cancellation where run = :id)
                        """)
                .param("id", wanted.run())
                .param("framework", wanted.framework())
                .param("draft", wanted.draft())
                .param("revision", wanted.draftRevision())
                .param("version", wanted.version())
                .param("document", json.writeValueAsString(wanted.document()))
                .param("requestedAt", wanted.requestedAt().toString())
                .param("nobody", NOBODY_YET)
                .update();
    }

    /**
     * Gives a run up. One that goes on ends before its next batch; it is not waited for, since whoever works on it could
     * always be quicker to lock it again. One whose request still waits to be read never begins.
     */
    void cancel(UUID run) {
        int added = jdbc.sql("""
                        insert into impact_cancellation (run, cancelled_at) values (:run, :now::timestamptz)
                        on conflict do nothing
                        """)
                .param("run", run)
                .param("now", clock.instant().toString())
                .update();
        if (added == 1 && find(run).isEmpty()) {
            outbox.add(new Event(
                    Topics.IMPACT,
                    run.toString(),
                    ImpactReported.TYPE,
                    new ImpactReported(run, State.CANCELLED, 0, 0, 0, 0, 0, null, clock.instant())));
        }
    }

    ImpactRun get(UUID run) {
        return find(run)
                .orElseThrow(() -> new NotFound(
                        "There is no run %s here; a newer one of the draft has taken its place,".formatted(run)
                                + " it is older than 90 days, or the request has not arrived yet."));
    }

    /** Newest first. */
    List<ImpactRun> page(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, framework, draft, draft_revision, version, state, as_of, reached, total, done,
                            rises, falls, insufficient, failure, requested_at, started_at, finished_at
                        from impact_run
                        where :after::uuid is null or (requested_at, id) < (
                            select requested_at, id from impact_run where id = :after::uuid)
                        order by requested_at desc, id desc
                        limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> run(row))
                .list();
    }

    private Optional<ImpactRun> find(UUID run) {
        return jdbc.sql("""
                        select id, framework, draft, draft_revision, version, state, as_of, reached, total, done,
                            rises, falls, insufficient, failure, requested_at, started_at, finished_at
                        from impact_run where id = :run
                        """).param("run", run).query((row, _) -> run(row)).optional();
    }

    /** Forgets runs asked for before then. */
    void forget(Instant before) {
        jdbc.sql("delete from impact_run where requested_at < :before::timestamptz")
                .param("before", before.toString())
                .update();
        jdbc.sql("delete from impact_cancellation where cancelled_at < :before::timestamptz")
                .param("before", before.toString())
                .update();
    }

    /** Says how far a run is; its row is locked. */
    void tell(ImpactRun run) {
        outbox.add(new Event(
                Topics.IMPACT,
                run.id().toString(),
                ImpactReported.TYPE,
                new ImpactReported(
                        run.id(),
                        run.state(),
                        run.total(),
                        run.done(),
                        run.rises(),
                        run.falls(),
                        run.insufficient(),
                        run.failure(),
                        clock.instant())));
    }

    static ImpactRun run(ResultSet row) throws SQLException {
        return new ImpactRun(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getObject("draft", UUID.class),
                row.getLong("draft_revision"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("reached", UUID.class),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("rises"),
                row.getLong("falls"),
                row.getLong("insufficient"),
                row.getString("failure"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }
}
