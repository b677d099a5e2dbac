package dev.skillladder.assessment.recomputation;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Move;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works jobs off, oldest first. A step is one transaction: it takes people out of the list, recomputes them and counts
 * them, so a crash loses nothing and no two instances do the same person.
 */
@Component
class Recompute {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final KnownEngineers engineers;
    private final ComputeLevels compute;
    private final TransactionOperations transactions;
    private final Clock clock;

    Recompute(
            JdbcClient jdbc,
            KnownEngineers engineers,
            ComputeLevels compute,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.engineers = engineers;
        this.compute = compute;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.recomputation.every:1s}")
    void run() {
        boolean more;
        do {
            more = step();
        } while (more);
    }

    /** Whether there may be more to do at once. */
    boolean step() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Job> job = oldest();
            return job.isPresent() && (someOf(job.get()) || finish(job.get()));
        }));
    }

    private Optional<Job> oldest() {
        return jdbc.sql("""
                        select id, framework, version from recomputation
                        where finished_at is null order by requested_at, framework, version limit 1
                        """)
                .query((row, _) -> new Job(
                        row.getObject("id", UUID.class), new Move(row.getString("framework"), row.getInt("version"))))
                .optional();
    }

    private boolean someOf(Job job) {
        // materialized: as a subquery the planner may run it again for every row, and the limit would not limit
        // anything
        List<UUID> people = jdbc.sql("""
                        with next as materialized (
                            select engineer from recomputation_person where recomputation = :id
                            order by engineer limit :batch
                            for update skip locked)
                        delete from recomputation_person person using next
                        where person.recomputation = :id and person.engineer = next.engineer
                        returning person.engineer
                        """)
                .param("id", job.id())
                .param("batch", BATCH)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
        if (people.isEmpty()) {
            return false;
        }
        compute.move(engineers.lock(people), job.move());
        // last, so that instances that help each other wait for this row only while the other one commits
        jdbc.sql("""
                        update recomputation
                        set done = done + :people, started_at = coalesce(started_at, :now::timestamptz)
                        where id = :id
                        """)
                .param("people", people.size())
                .param("now", clock.instant().toString())
                .param("id", job.id())
                .update();
        return true;
    }

    /** Nothing to finish while another instance still holds the last people. */
    private boolean finish(Job job) {
        return jdbc.sql("""
                        update recomputation
                        set finished_at = :now::timestamptz, started_at = coalesce(started_at, :now::timestamptz)
                        where id = :id and finished_at is null
                          and not exists (select from recomputation_person where recomputation = :id)
                        """)
                        .param("now", clock.instant().toString())
                        .param("id", job.id())
                        .update()
                == 1;
    }

    private record Job(UUID id, Move move) {}
}
