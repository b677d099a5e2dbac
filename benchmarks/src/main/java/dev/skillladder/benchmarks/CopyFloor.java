package dev.skillladder.benchmarks;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and decodes the records and copies as many rows as assessment-service would write, computing nothing: the log, one
 * estimate per person and skill of the batch, one level and its event per person of the batch.
 */
final class CopyFloor {

    private static final double[] PROBABILITIES = {.9, .5, .1};

    private final Connection connection;

    /** Distinguishes what a later batch would have updated, so that it can be copied as a new row. */
    private int batch;

    CopyFloor(Connection connection) {
        this.connection = connection;
    }

    void take(ConsumerRecords<byte[], byte[]> polled) throws SQLException, IOException {
        batch++;
        var seen = new BinaryRows("floor.seen_event (id, source)");
        var log = new BinaryRows("floor.observation");
        var estimates = new BinaryRows("floor.estimate");
        var levels = new BinaryRows("floor.engineer_level");
        var outbox = new BinaryRows("floor.outbox (topic, key, headers, body, added_at)");
        Set<List<Object>> estimated = new HashSet<>();
        Set<UUID> placed = new HashSet<>();
        Instant now = Instant.now();
        for (var record : polled) {
            String id = Topic.id(record);
            var event = Topic.body(record, ObservationsRecorded.class);
            seen.add(id, Topic.SOURCE.toString());
            for (Rating rating : event.ratings()) {
                log(log, id, event, rating);
                if (estimated.add(List.of(event.engineer(), rating.skill()))) {
                    estimate(estimates, event, rating);
                }
            }
            if (placed.add(event.engineer())) {
                level(levels, outbox, event, now);
            }
        }
        moveOffsets(polled);
        for (BinaryRows rows : List.of(seen, log, estimates, levels, outbox)) {
            rows.copy(connection);
        }
        connection.commit();
    }

    private static void log(BinaryRows rows, String id, ObservationsRecorded event, Rating rating) throws IOException {
        rows.add(
                event.engineer(),
                event.framework(),
                rating.skill(),
                id,
                event.kind().name(),
                event.source(),
                event.origin(),
                event.frameworkVersion(),
                rating.value(),
                rating.quality(),
                event.observedOn(),
                event.recordedAt(),
                event.revision(),
                rating.retracted(),
                rating.validUntil());
    }

    private void estimate(BinaryRows rows, ObservationsRecorded event, Rating rating) throws IOException {
        rows.add(
                asNew(event.engineer()),
                event.framework(),
                rating.skill(),
                event.frameworkVersion(),
                rating.value(),
                event.observedOn(),
                1.0,
                0.5,
                1,
                "REVIEWED",
                null,
                null);
    }

    private void level(BinaryRows rows, BinaryRows outbox, ObservationsRecorded event, Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        rows.add(
                asNew(event.engineer()),
                event.framework(),
                event.frameworkVersion(),
                "role",
                today,
                "p4",
                "p5",
                null,
                "LIKELY",
                .5,
                .9,
                PROBABILITIES,
                PROBABILITIES,
                today.plusDays(30),
                now,
                now);
        var told = new LevelComputed(
                event.engineer(),
                event.framework(),
                event.frameworkVersion(),
                "role",
                today,
                "p4",
                "p5",
                null,
                LevelComputed.State.LIKELY,
                .5,
                .9,
                now);
        outbox.add(
                Topics.LEVELS,
                event.engineer().toString().getBytes(StandardCharsets.UTF_8),
                "[[\"ce_specversion\",\"1.0\"],[\"ce_type\",\"" + LevelComputed.TYPE + "\"]]",
                JsonMapper.shared().writeValueAsBytes(told),
                now);
    }

    private UUID asNew(UUID engineer) {
        return new UUID(engineer.getMostSignificantBits(), engineer.getLeastSignificantBits() ^ batch);
    }

    private void moveOffsets(ConsumerRecords<byte[], byte[]> polled) throws SQLException {
        try (var move = connection.prepareStatement("""
                insert into floor.consumed_offset (topic, partition, next_offset) values (?, ?, ?)
                on conflict (topic, partition) do update set next_offset = excluded.next_offset
                """)) {
            for (var partition : polled.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
                move.setString(1, partition.topic());
                move.setInt(2, partition.partition());
                move.setLong(3, records.getLast().offset() + 1);
                move.addBatch();
            }
            move.executeBatch();
        }
    }
}
