package dev.skillladder.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox}. */
record OutboxRows(JdbcClient jdbc) {

    /** Bodies of one batch are in memory together, and a single framework document may have 16 MiB. */
    private static final int MAX_BATCH_BYTES = 32 * 1024 * 1024;

    /** Adds records in the order given, in one round trip. */
    void add(Collection<ProducerRecord<byte[], byte[]>> records, Instant now) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into outbox (topic, key, headers, body, added_at)
                        select topic, key, headers, body, :now
                        from unnest(:topics::text[], :keys::bytea[], :headers::text[], :bodies::bytea[])
                             with ordinality as added (topic, key, headers, body, position)
                        order by position
                        """)
                .param("topics", records.stream().map(ProducerRecord::topic).toArray(String[]::new))
                .param("keys", records.stream().map(ProducerRecord::key).toArray(byte[][]::new))
                .param(
                        "headers",
                        records.stream()
                                .map(added -> HeaderJson.write(added.headers()))
                                .toArray(String[]::new))
                .param("bodies", records.stream().map(ProducerRecord::value).toArray(byte[][]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The oldest rows that are visible. Not by transaction id or time: writers lock the aggregate first, so that plain id
     * order is the order per key, and what becomes visible late is still here (docs/decisions/0003-own-outbox.md).
     */
    List<Row> next(int limit) {
        return jdbc.sql("""
                        select id, topic, key, headers, body
                        from (select id, topic, key, headers, body,
                                     sum(coalesce(octet_length(body), 0))
                                         over (order by id rows between unbounded preceding and current row)
                                         - coalesce(octet_length(body), 0) as bytes_before
                              from outbox
                              order by id
                              limit :limit) as visible
                        where bytes_before < :bytes
                        order by id
                        """)
                .param("limit", limit)
                .param("bytes", MAX_BATCH_BYTES)
                .query(OutboxRows::row)
                .list();
    }

    /** Forgets rows that the broker has acknowledged. */
    void delete(List<Row> sent) {
        if (!sent.isEmpty()) {
            jdbc.sql("delete from outbox where id = any(:ids::bigint[])")
                    .param("ids", sent.stream().mapToLong(Row::id).toArray())
                    .update();
        }
    }

    /** Moves a row that can never be sent to the dead letters. */
    void bury(Row row, String reason, Instant now) {
        jdbc.sql("""
                        with unsendable as (
                            delete from outbox where id = :id returning topic, key, headers, body, added_at)
                        insert into dead_letter (topic, appended_at, key, headers, body, reason, died_at)
                        select topic, added_at, key, headers, body, :reason, :now from unsendable
                        """)
                .param("id", row.id())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getLong("id"),
                new ProducerRecord<>(
                        rs.getString("topic"),
                        null,
                        rs.getBytes("key"),
                        rs.getBytes("body"),
                        HeaderJson.read(rs.getString("headers"))));
    }

    /** One waiting record. */
    record Row(long id, ProducerRecord<byte[], byte[]> record) {}
}
