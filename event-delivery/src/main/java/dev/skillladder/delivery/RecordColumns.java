package dev.skillladder.delivery;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records as arrays, one per column, to store any number in one round trip. */
record RecordColumns(List<Arrival> arrivals) {

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        List<ConsumerRecord<byte[], byte[]>> records =
                arrivals.stream().map(Arrival::record).toList();
        return statement
                .param("topics", records.stream().map(ConsumerRecord::topic).toArray(String[]::new))
                .param(
                        "partitions",
                        records.stream().map(ConsumerRecord::partition).toArray(Integer[]::new))
                .param("offsets", records.stream().map(ConsumerRecord::offset).toArray(Long[]::new))
                .param(
                        "appendedAt",
                        records.stream()
                                .map(record ->
                                        Instant.ofEpochMilli(record.timestamp()).toString())
                                .toArray(String[]::new))
                .param("keys", records.stream().map(ConsumerRecord::key).toArray(byte[][]::new))
                .param(
                        "headers",
                        records.stream()
                                .map(record -> HeaderJson.write(record.headers()))
                                .toArray(String[]::new))
                .param("bodies", records.stream().map(ConsumerRecord::value).toArray(byte[][]::new));
    }
}
