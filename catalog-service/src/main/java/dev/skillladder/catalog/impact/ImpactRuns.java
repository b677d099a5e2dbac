package dev.skillladder.catalog.impact;

import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.contract.assessment.ImpactReported.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code impact_runs} and {@code impact_approvals}. */
@Component
class ImpactRuns {

    private final JdbcClient jdbc;

    ImpactRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run of the draft that was asked for last. */
    Optional<ImpactRun> newest(String framework, UUID draft) {
        return jdbc.sql("""
                select run, draft, draft_revision, version, state, total, done, rises, falls, insufficient, failure,
                       requested_at, requested_by, approved_at, approved_by
                from impact_runs left join impact_approvals using (run)
                where draft = :draft and framework = :framework
                order by requested_at desc, run desc
                limit 1
                """)
                .param("draft", draft)
                .param("framework", framework)
                .query(ImpactRuns::read)
                .optional();
    }

    /** Adds a run; older ones of the draft that still go on end here, as they do where they run. */
    void add(String framework, ImpactRun run) {
        jdbc.sql("update impact_runs set state = 'CANCELLED' where draft = :draft and state in ('WAITING', 'RUNNING')")
                .param("draft", run.draft())
                .update();
        jdbc.sql("""
                insert into impact_runs (run, framework, draft, draft_revision, version, requested_at, requested_by, state)
                values (:run, :framework, :draft, :revision, :version, :at, :by, :state)
                """)
                .param("run", run.run())
                .param("framework", framework)
                .param("draft", run.draft())
                .param("revision", run.draftRevision())
                .param("version", run.version())
                .param("at", Timestamp.from(run.requestedAt()))
                .param("by", run.requestedBy())
                .param("state", run.state().name())
                .update();
    }

    /** Takes a report in, unless the run has ended; says whether the run is known. */
    boolean report(ImpactReported report) {
        jdbc.sql("""
                update impact_runs
                set state = :state, total = :total, done = :done, rises = :rises, falls = :falls,
                    insufficient = :insufficient, failure = :failure
                where run = :run and state in ('WAITING', 'RUNNING')
                """)
                .param("run", report.run())
                .param("state", report.state().name())
                .param("total", report.total())
                .param("done", report.done())
                .param("rises", report.rises())
                .param("falls", report.falls())
                .param("insufficient", report.insufficient())
                .param("failure", report.failure())
                .update();
        return jdbc.sql("select exists (select from impact_runs where run = :run)")
                .param("run", report.run())
                .query(Boolean.class)
                .single();
    }

    /** Whether it was not approved before. */
    boolean approve(UUID run, String person, Instant at) {
        return jdbc.sql("""
                insert into impact_approvals (run, approved_at, approved_by) values (:run, :at, :person)
                on conflict (run) do nothing
                """)
                        .param("run", run)
                        .param("at", Timestamp.from(at))
                        .param("person", person)
                        .update()
                == 1;
    }

    private static ImpactRun read(ResultSet row, int number) throws SQLException {
        return new ImpactRun(
                row.getObject("run", UUID.class),
                row.getObject("draft", UUID.class),
                row.getLong("draft_revision"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("rises"),
                row.getLong("falls"),
                row.getLong("insufficient"),
                row.getString("failure"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("requested_by"),
                instant(row.getTimestamp("approved_at")),
                row.getString("approved_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
