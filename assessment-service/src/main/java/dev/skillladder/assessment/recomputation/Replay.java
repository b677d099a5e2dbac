package dev.skillladder.assessment.recomputation;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.observation.TakeInObservations;
import dev.skillladder.delivery.IncomingEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the topic of observations from its start into empty tables and compares with what is stored. All of it happens
 * in one transaction that is rolled back: nothing is stored and nothing is told. It holds every engineer's lock
 * meanwhile, so it is for a quiet hour or a copy of the database.
 */
@Component
class Replay {

    private static final int BATCH = 500;

    private final TakeInObservations takeIn;
    private final ComputeLevels compute;
    private final KnownEngineers engineers;
    private final ObservationTopic topic;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    Replay(
            TakeInObservations takeIn,
            ComputeLevels compute,
            KnownEngineers engineers,
            ObservationTopic topic,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.takeIn = takeIn;
        this.compute = compute;
        this.engineers = engineers;
        this.topic = topic;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * The comparison.
     *
     * @param observations in the replayed log
     * @param leftOut events that were refused, or speak of something that is not known
     * @param differentObservations rows that only one of the logs has; the others likewise
     * @param differentLevels among those that are stored as of today
     */
    record Comparison(
            long observations,
            long leftOut,
            long differentObservations,
            long estimates,
            long differentEstimates,
            long levels,
            long differentLevels) {}

    /**
     * Replays.
     *
     * @param among only these people; null for everybody
     */
    Comparison compare(@Nullable Set<UUID> among) {
        Set<String> keys =
                among == null ? Set.of() : among.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
        return transactions.execute(status -> {
            status.setRollbackOnly();
            emptyTables();
            everybodyBegins(among);
            long[] leftOut = {0};
            topic.read(events -> leftOut[0] += take(events.stream()
                    .filter(event -> among == null || keys.contains(event.key()))
                    .toList()));
            return comparison(among, leftOut[0]);
        });
    }

    /** Temporary tables in front of the usual ones, gone with the transaction; the path makes prepared statements look again. */
    private void emptyTables() {
        for (String table : List.of("observation", "estimate", "engineer_level")) {
            jdbc.sql("create temporary table " + table + " (like public." + table + " including all) on commit drop")
                    .update();
        }
        jdbc.sql("set local search_path = pg_temp, public").update();
    }

    /** On the version that the stored level names: a newer one that changes only texts, or a running job, moves nobody. */
    private void everybodyBegins(@Nullable Set<UUID> among) {
        jdbc.sql("""
                        insert into pg_temp.engineer_level (engineer, framework, framework_version, role, as_of, state,
                            levels_p_low, levels_p_high, verified_since, computed_at)
                        select engineer, framework, framework_version, role, as_of, 'UNRATED', '{}', '{}',
                            verified_since, computed_at
                        from public.engineer_level
                        where :among::uuid[] is null or engineer = any (:among::uuid[])
                        """).param("among", array(among)).update();
        UUID after = new UUID(0, 0);
        List<UUID> batch;
        do {
            batch = jdbc.sql("""
                            select engineer from known_engineer
                            where engineer > :after and (:among::uuid[] is null or engineer = any (:among::uuid[]))
                            order by engineer limit :batch
                            """)
                    .param("after", after)
                    .param("among", array(among))
                    .param("batch", BATCH)
                    .query((row, _) -> row.getObject("engineer", UUID.class))
                    .list();
            compute.changed(engineers.lock(batch));
            after = batch.isEmpty() ? after : batch.getLast();
        } while (!batch.isEmpty());
    }

    private int take(List<IncomingEvent> events) {
        ReplayBatch batch = new ReplayBatch(events, json);
        takeIn.handle(batch);
        return batch.leftOut();
    }

    private static UUID @Nullable [] array(@Nullable Set<UUID> people) {
        return people == null ? null : people.toArray(UUID[]::new);
    }

    private Comparison comparison(@Nullable Set<UUID> among, long leftOut) {
        return jdbc.sql("""
                        with compared as (
                            select engineer from known_engineer
                            where :among::uuid[] is null or engineer = any (:among::uuid[])
                        ), stored_observation as (
                            select engineer, framework, skill, event_id, kind, source, origin, framework_version, value,
                                   quality, observed_on, recorded_at, revision, retracted, valid_until
                            from public.observation join compared using (engineer)
                        ), observation_again as (
                            select engineer, framework, skill, event_id, kind, source, origin, framework_version, value,
                                   quality, observed_on, recorded_at, revision, retracted, valid_until
                            from pg_temp.observation
                        ), stored_estimate as (
                            select engineer, framework, skill, float8send(mean) as mean, newest, float8send(weight) as weight,
                                   float8send(spread) as spread, reviewers, basis, contradicted_until, expires_on
                            from public.estimate join compared using (engineer)
                        ), estimate_again as (
                            select engineer, framework, skill, float8send(mean) as mean, newest, float8send(weight) as weight,
                                   float8send(spread) as spread, reviewers, basis, contradicted_until, expires_on
                            from pg_temp.estimate
                        ), stored_level as (
                            select engineer, framework, framework_version, role, as_of, verified, possible, confirmed, state,
                                   float8send(p_low) as p_low, float8send(p_high) as p_high,
                                   array_send(levels_p_low) as levels_p_low, array_send(levels_p_high) as levels_p_high,
                                   changes_on
                            from public.engineer_level join compared using (engineer)
                        ), level_again as (
                            select engineer, framework, framework_version, role, as_of, verified, possible, confirmed, state,
                                   float8send(p_low) as p_low, float8send(p_high) as p_high,
                                   array_send(levels_p_low) as levels_p_low, array_send(levels_p_high) as levels_p_high,
                                   changes_on
                            from pg_temp.engineer_level
                        )
                        select (select count(*) from observation_again) as observations,
                               :leftOut::bigint as left_out,
                               (select count(*) from ((table stored_observation except table observation_again)
                                    union all (table observation_again except table stored_observation)) as differences)
                                    as different_observations,
                               (select count(*) from estimate_again) as estimates,
                               (select count(*) from ((table stored_estimate except table estimate_again)
                                    union all (table estimate_again except table stored_estimate)) as differences)
                                    as different_estimates,
                               (select count(*) from level_again) as levels,
                               (select count(*) from stored_level join level_again using (engineer, as_of)
                                    where stored_level is distinct from level_again)
                                    as different_levels
                        """)
                .param("leftOut", leftOut)
                .param("among", array(among))
                .query((row, _) -> new Comparison(
                        row.getLong("observations"),
                        row.getLong("left_out"),
                        row.getLong("different_observations"),
                        row.getLong("estimates"),
                        row.getLong("different_estimates"),
                        row.getLong("levels"),
                        row.getLong("different_levels")))
                .single();
    }
}
