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

/** The table {@code impact_run}; every change of a run is told. */
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

    /** Takes the place of older runs of the same draft; does nothing if there is a newer one. */
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

    /** Ends a run that goes on; waits for the batch that is being worked on. */
    void cancel(UUID run) {
        jdbc.sql("""
                        update impact_run set state = 'CANCELLED', finished_at = :now::timestamptz
                        where id = :run and state in ('WAITING', 'RUNNING')
                        returning id, framework, draft, draft_revision, version, state, as_of, reached, total, done,
                            rises, falls, insufficient, failure, requested_at, started_at, finished_at
                        """)
                .param("run", run)
                .param("now", clock.instant().toString())
                .query((row, _) -> run(row))
                .optional()
                .ifPresent(this::tell);
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

    /** The oldest that nobody else works on, locked. */
    Optional<ImpactRun> lockNext() {
        return jdbc.sql("""
                        select id, framework, draft, draft_revision, version, state, as_of, reached, total, done,
                            rises, falls, insufficient, failure, requested_at, started_at, finished_at
                        from impact_run
                        where state in ('WAITING', 'RUNNING')
                        order by requested_at, id limit 1
                        for update skip locked
                        """).query((row, _) -> run(row)).optional();
    }

    String document(UUID run) {
        return jdbc.sql("select document from impact_run where id = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }

    void start(UUID run, LocalDate asOf, long total) {
        change(jdbc.sql("""
                        update impact_run
                        set state = 'RUNNING', as_of = :asOf, total = :total, started_at = :now::timestamptz
                        where id = :run and state = 'WAITING'
                        """)
                .param("run", run)
                .param("asOf", asOf)
                .param("total", total)
                .param("now", clock.instant().toString()));
    }

    /** People came and went meanwhile: never more done than there are in all. */
    void advance(UUID run, UUID reached, Tally tally) {
        change(jdbc.sql("""
                        update impact_run
                        set reached = :reached, done = done + :people, total = greatest(total, done + :people),
                            rises = rises + :rises, falls = falls + :falls, insufficient = insufficient + :insufficient
                        where id = :run and state = 'RUNNING'
                        """)
                .param("run", run)
                .param("reached", reached)
                .param("people", tally.people())
                .param("rises", tally.of(Change.RISE))
                .param("falls", tally.of(Change.FALL))
                .param("insufficient", tally.of(Change.INSUFFICIENT)));
        tell(get(run));
    }

    void finish(UUID run, State state, @Nullable String failure) {
        change(jdbc.sql("""
                        update impact_run
                        set state = :state, failure = :failure, finished_at = :now::timestamptz,
                            total = case when :state = 'DONE' then done else total end
                        where id = :run and state in ('WAITING', 'RUNNING')
                        """)
                .param("run", run)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", clock.instant().toString()));
        tell(get(run));
    }

    /** Forgets runs asked for before then. */
    void forget(Instant before) {
        jdbc.sql("delete from impact_run where requested_at < :before::timestamptz")
                .param("before", before.toString())
                .update();
    }

    private static void change(JdbcClient.StatementSpec update) {
        if (update.update() != 1) {
            throw new IllegalStateException("the run is not in the state it was locked in");
        }
    }

    private void tell(ImpactRun run) {
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

    private static ImpactRun run(ResultSet row) throws SQLException {
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
