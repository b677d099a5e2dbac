package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicConsumerTest {

    /** Kafka may look in vain for offsets of its own before ours are read; about every third start sees it. */
    @AfterEach
    void startsWithoutFailing(CapturedOutput log) {
        assertThat(log).doesNotContain("NoOffsetForPartitionException");
    }

    @Test
    void duplicatesChangeNothing() throws Exception {
        try (Station station = Station.open(1)) {
            UUID id = UUID.randomUUID();
            station.produce(List.of(station.event(id, "key", "once"), station.event(id, "key", "once")));
            station.consumer();
            awaitEffects(station, "key", "once");
            station.produce(List.of(station.event(id, "key", "once"), station.event(UUID.randomUUID(), "key", "next")));

            awaitEffects(station, "key", "once", "next");
        }
    }

    @Test
    void aBatchThatFailsAfterItsEffectsTakesEffectOnce() throws Exception {
        try (Station station = Station.open(1)) {
            station.notes.outages.set(4);
            TopicConsumer consumer = station.consumer();
            station.produce("key", "a", "b", "c");

            awaitEffects(station, "key", "a", "b", "c");
            assertThat(station.notes.outages).hasValue(0);
            assertThat(station.count("dead_letter")).isZero();
            await().atMost(Station.SOON)
                    .until(() -> !consumer.condition().view().isAlarming());
        }
    }

    @Test
    void goesOnWhereItStopped() throws Exception {
        try (Station station = Station.open(2)) {
            TopicConsumer first = station.consumer();
            station.produce("key", "a", "b");
            awaitEffects(station, "key", "a", "b");
            station.stop(first);
            station.produce("key", "c");
            station.consumer();

            awaitEffects(station, "key", "a", "b", "c");
        }
    }

    @Test
    void aFormerOwnerCannotCommit() throws Exception {
        try (Station station = Station.open(1)) {
            station.consumer();
            station.produce("key", "mine");
            awaitEffects(station, "key", "mine");
            // as if another instance had taken the next record in already
            station.jdbc
                    .sql("update consumed_offset set next_offset = next_offset + 1")
                    .update();
            station.produce("key", "taken by the other", "mine again");

            awaitEffects(station, "key", "mine", "mine again");
        }
    }

    @Test
    void buriesPoisonWithReasonAndOriginAndGoesOn() throws Exception {
        try (Station station = Station.open(1)) {
            Signal signal = new Signal();
            station.relay(signal);
            station.consumer(signal);
            station.produce(List.of(
                    new ProducerRecord<>(station.topic, null, utf8("key"), utf8("{}")),
                    withoutKey(station),
                    withHeader(station, "ce_time", "yesterday".getBytes(StandardCharsets.UTF_8)),
                    withHeader(station, "ce_id", new byte[0]),
                    withHeader(station, "ce_source", new byte[] {0, 1, (byte) 0xff}),
                    withHeader(station, "ce_specversion", null),
                    withBody(station, utf8("{\"text\":")),
                    withBody(station, utf8("{\"text\":7}")),
                    withBody(station, utf8("null")),
                    withBody(station, new byte[] {(byte) 0xff, (byte) 0xfe}),
                    station.event(UUID.randomUUID(), "key", "refuse this"),
                    station.event(UUID.randomUUID(), "key", "fail always"),
                    station.event(UUID.randomUUID(), "key", "good")));

            awaitEffects(station, "key", "good");
            station.awaitEmptyOutbox();
            List<ConsumerRecord<byte[], byte[]>> dead = station.recordsOf(Topics.dead(station.topic));
            assertThat(dead).hasSize(12);
            assertThat(station.count("dead_letter")).isEqualTo(12);
            for (ConsumerRecord<byte[], byte[]> record : dead) {
                assertThat(Station.header(record, "dead-letter-topic")).isEqualTo(station.topic);
                assertThat(Station.header(record, "dead-letter-partition")).isEqualTo("0");
                assertThat(Station.header(record, "dead-letter-reason")).isNotBlank();
            }
            assertThat(dead)
                    .extracting(record -> Station.header(record, "dead-letter-offset"))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 12).mapToObj(Integer::toString).toList());
            assertThat(dead)
                    .extracting(record -> Station.header(record, "dead-letter-reason"))
                    .anyMatch(reason -> reason.contains("no key"))
                    .anyMatch(reason -> reason.equals("refused: refuse this"))
                    .anyMatch(reason -> reason.equals("IllegalStateException: cannot take fail always"));
        }
    }

    @Test
    void onlyTheOneThatFailsIsDead() throws Exception {
        try (Station station = Station.open(1)) {
            station.produce("key", "1", "2", "fail here", "4", "5", "fail there", "7");
            station.consumer();

            awaitEffects(station, "key", "1", "2", "4", "5", "7");
            assertThat(station.count("dead_letter")).isEqualTo(2);
        }
    }

    @Test
    void stopsWhenTheTopicIsAnotherOne() throws Exception {
        try (Station station = Station.open(1)) {
            TopicConsumer before = station.consumer();
            station.produce("key", "old");
            awaitEffects(station, "key", "old");
            station.stop(before);
            try (Admin admin = station.clients.admin()) {
                admin.deleteTopics(List.of(station.topic, Topics.dead(station.topic)))
                        .all()
                        .get();
                await().atMost(Station.SOON)
                        .until(() -> !admin.listTopics().names().get().contains(station.topic));
            }
            station.createTopics(1);
            station.produce("key", "new");
            TopicConsumer after = station.consumer();

            await().atMost(Station.SOON)
                    .until(() -> after.condition().view().state().equals("stopped"));
            assertThat(after.condition().view().isAlarming()).isTrue();
            assertThat(after.condition().view().error()).contains("deleted and created again");
            assertThat(station.effects("key")).containsExactly("old");
        }
    }

    private static void awaitEffects(Station station, String key, String... notes) {
        await().atMost(Station.SOON)
                .untilAsserted(() -> assertThat(station.effects(key)).containsExactly(notes));
    }

    private static ProducerRecord<byte[], byte[]> withoutKey(Station station) {
        ProducerRecord<byte[], byte[]> good = station.event(UUID.randomUUID(), "key", "good");
        return new ProducerRecord<byte[], byte[]>(station.topic, 0, null, null, good.value(), good.headers());
    }

    private static ProducerRecord<byte[], byte[]> withHeader(Station station, String name, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record = station.event(UUID.randomUUID(), "key", "good");
        record.headers().remove(name).add(name, value);
        return record;
    }

    private static ProducerRecord<byte[], byte[]> withBody(Station station, byte[] body) {
        ProducerRecord<byte[], byte[]> good = station.event(UUID.randomUUID(), "key", "good");
        return new ProducerRecord<>(station.topic, 0, good.key(), body, good.headers());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
