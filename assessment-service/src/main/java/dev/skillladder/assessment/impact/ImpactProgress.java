package dev.skillladder.assessment.impact;

import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code impact_run} as runs are worked off; every step forward is told. */
@Component
class ImpactProgress {

    private final JdbcClient jdbc;
    private final ImpactRuns runs;
    private final Clock clock;

    ImpactProgress(JdbcClient jdbc, ImpactRuns runs, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.clock = clock;
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
                        """).query((row, _) -> ImpactRuns.run(row)).optional();
    }

    boolean isGivenUp(UUID run) {
        return jdbc.sql("select exists (select from impact_cancellation where run = :run)")
                .param("run", run)
                .query(Boolean.class)
                .single();
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
        runs.tell(runs.get(run));
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
        runs.tell(runs.get(run));
    }

    private static void change(JdbcClient.StatementSpec update) {
        if (update.update() != 1) {
            throw new IllegalStateException("the run is not in the state it was locked in");
        }
    }
}
