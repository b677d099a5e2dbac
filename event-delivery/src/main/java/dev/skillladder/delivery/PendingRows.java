package dev.skillladder.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code pending_event} and the lock that orders deferring and releasing. */
record PendingRows(JdbcClient jdbc) {

    /** "pending" in ASCII. Releasing is frequent and shares it; deferring is rare and has it alone. */
    private static final long RELEASE_KEY = 0x70656e64696e67L;

    /** "drain" in ASCII: one instance drains at a time, so that order per key is kept. */
    private static final long DRAIN_KEY = 0x647261696eL;

    void holdReleases() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", RELEASE_KEY)
                .query()
                .singleRow();
    }

    void holdDrains() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", DRAIN_KEY)
                .query()
                .singleRow();
    }

    /** Whether anything waits for one of these facts. */
    boolean release(Collection<String> facts) {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                .param("key", RELEASE_KEY)
                .query()
                .singleRow();
        return jdbc.sql("update pending_event set released = true where fact = any(:facts::text[]) and not released")
                        .param("facts", facts.toArray(String[]::new))
                        .update()
                > 0;
    }

    void add(List<Waiting> waiting, Instant now) {
        if (waiting.isEmpty()) {
            return;
        }
        RecordColumns columns =
                new RecordColumns(waiting.stream().map(Waiting::arrival).toList());
        columns.bind(jdbc.sql("""
                        insert into pending_event (topic, partition, record_offset, appended_at, key, headers, body, fact, deferred_at)
                        select topic, partition, record_offset, appended_at, key, headers, body, fact, :now
                        from unnest(:topics::text[], :partitions::int[], :offsets::bigint[], :appendedAt::timestamptz[],
                                    :keys::bytea[], :headers::text[], :bodies::bytea[], :facts::text[]) with ordinality
                             as waiting (topic, partition, record_offset, appended_at, key, headers, body, fact, position)
                        order by position
                        """))
                .param("facts", waiting.stream().map(Waiting::fact).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest released events of topics that are read here. */
    List<Released> released(Collection<String> topics, int limit) {
        return jdbc.sql("""
                        select id, topic from pending_event
                        where released and topic = any(:topics::text[])
                        order by id
                        limit :limit
                        """)
                .param("topics", topics.toArray(String[]::new))
                .param("limit", limit)
                .query((rs, row) -> new Released(rs.getLong("id"), rs.getString("topic")))
                .list();
    }

    /** Takes these out, in order, as far as nobody else did. */
    List<Arrival> remove(List<Released> released) {
        return jdbc.sql("""
                        with removed as (
                            delete from pending_event where id = any(:ids::bigint[]) and released
                            returning id, topic, partition, record_offset, appended_at, key, headers, body)
                        select id, topic, partition, record_offset, appended_at, key, headers, body
                        from removed
                        order by id
                        """)
                .param("ids", released.stream().mapToLong(Released::id).toArray())
                .query((rs, row) -> Arrival.of(rs))
                .list();
    }

    /** An event and the fact it waits for. */
    record Waiting(Arrival arrival, String fact) {}

    /** A row that may go on. */
    record Released(long id, String topic) {}
}
