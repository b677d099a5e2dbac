package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import dev.skillladder.testsupport.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RelayTest {

    @Test
    void sendsBinaryCloudEventsAndForgetsThem() throws Exception {
        try (Station station = Station.open(1)) {
            Signal signal = new Signal();
            station.relay(signal);
            station.tell(signal, "team-1", "hello");
            station.awaitEmptyOutbox();

            ConsumerRecord<byte[], byte[]> record =
                    station.recordsOf(station.topic).getFirst();
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("team-1");
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"hello\"}");
            assertThat(Station.header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(Station.header(record, "ce_source")).isEqualTo("/station");
            assertThat(Station.header(record, "ce_type")).isEqualTo("test.noted.v1");
            assertThat(Station.header(record, "ce_subject")).isEqualTo("team-1");
            assertThat(Station.header(record, "ce_id")).hasSize(36);
            assertThat(Station.header(record, "ce_time")).endsWith("Z");
            assertThat(Station.header(record, "content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void keepsOrderPerKeyWhileManyWrite() throws Exception {
        try (Station station = Station.open(3);
                ExecutorService writers = Executors.newFixedThreadPool(6)) {
            Signal signal = new Signal();
            station.relay(signal);
            Outbox outbox = station.outbox(signal);
            station.jdbc
                    .sql("insert into aggregate (key, revision) select 'k' || n, 0 from generate_series(0, 4) as n")
                    .update();
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                done.add(writers.submit(() -> change(station, outbox, 100)));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
            station.awaitEmptyOutbox();

            Map<String, Integer> last = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : station.recordsOf(station.topic)) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                int revision = Integer.parseInt(JsonMapper.shared()
                        .readValue(record.value(), Note.class)
                        .text());
                assertThat(revision).as("next of %s", key).isEqualTo(last.getOrDefault(key, 0) + 1);
                last.put(key, revision);
            }
            assertThat(last.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(600);
        }
    }

    private static void change(Station station, Outbox outbox, int times) {
        for (int i = 0; i < times; i++) {
            station.transaction.executeWithoutResult(status -> {
                String key = "k" + ThreadLocalRandom.current().nextInt(5);
                int revision = station.jdbc
                        .sql("update aggregate set revision = revision + 1 where key = :key returning revision")
                        .param("key", key)
                        .query(Integer.class)
                        .single();
                outbox.add(new Event(station.topic, key, "test.noted.v1", new Note(Integer.toString(revision))));
                // some transactions commit long after later ids did
                station.jdbc
                        .sql("select pg_sleep(:seconds)")
                        .param("seconds", ThreadLocalRandom.current().nextInt(10) == 0 ? 0.05 : 0.0)
                        .query()
                        .singleRow();
            });
        }
    }

    @Test
    void anotherInstanceTakesOverWhenTheActiveOnesConnectionDies() throws Exception {
        try (Station station = Station.open(1)) {
            Signal firstSignal = new Signal();
            Relay first = station.relay(firstSignal);
            await().atMost(Station.SOON)
                    .until(() -> first.condition().view().state().equals("active"));
            Signal secondSignal = new Signal();
            Relay second = station.relay(secondSignal);
            await().atMost(Station.SOON)
                    .until(() -> second.condition().view().state().equals("passive"));

            station.jdbc.sql("""
                            select pg_terminate_backend(pid) from pg_locks
                            where locktype = 'advisory' and granted
                              and database = (select oid from pg_database where datname = current_database())
                            """).query().listOfRows();
            station.tell(secondSignal, "key", "after the takeover");
            station.awaitEmptyOutbox();

            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(List.of(
                                    first.condition().view().state(),
                                    second.condition().view().state()))
                            .containsExactlyInAnyOrder("active", "passive"));
            station.tell(firstSignal, "key", "from the first");
            station.tell(secondSignal, "key", "from the second");
            station.awaitEmptyOutbox();
            assertThat(station.recordsOf(station.topic)).hasSize(3);
        }
    }

    @Test
    void aCommitOnAPassiveInstanceWakesTheActiveOne() throws Exception {
        try (Station station = Station.open(1)) {
            Relay active = station.relay(new Signal());
            await().atMost(Station.SOON)
                    .until(() -> active.condition().view().state().equals("active"));
            Signal signal = new Signal();
            Relay passive = station.relay(signal);
            await().atMost(Station.SOON)
                    .until(() -> passive.condition().view().state().equals("passive"));

            station.tell(signal, "key", "told elsewhere"); // the poll interval is ten minutes

            station.awaitEmptyOutbox();
            assertThat(active.condition().view().state()).isEqualTo("active");
        }
    }

    @Test
    void buriesWhatCanNeverBeSentAndGoesOn() throws Exception {
        try (Station station = Station.open(1)) {
            Signal signal = new Signal();
            station.relay(signal);
            Outbox outbox = station.outbox(signal);
            station.transaction.executeWithoutResult(status -> outbox.addAll(List.of(
                    new Event(station.topic, "key", "test.noted.v1", new Note("before")),
                    new Event(station.topic, "key", "test.noted.v1", new Note("x".repeat(18 * 1024 * 1024))),
                    new Event(station.topic, "key", "test.noted.v1", new Note("after")))));
            station.awaitEmptyOutbox();

            assertThat(station.recordsOf(station.topic)).hasSize(2);
            assertThat(station.jdbc
                            .sql("select reason from dead_letter where partition is null")
                            .query(String.class)
                            .single())
                    .startsWith("RecordTooLargeException");
        }
    }

    @Test
    void waitsForABrokerThatStartsLater() {
        try (EmbeddedBroker broker = EmbeddedBroker.onFreePort();
                Station station = Station.on(broker.bootstrapServers(), Topics.TEAMS)) {
            Signal signal = new Signal();
            BrokerWatch watch = station.brokerWatch();
            Relay relay = station.relay(signal);
            TopicConsumer consumer = station.consumer(signal);
            station.tell(signal, "team", "patient");
            await().atMost(Station.SOON).until(() -> watch.condition().view().isAlarming());
            await().atMost(Station.SOON).until(() -> relay.condition().view().error() != null);
            assertThat(station.count("outbox")).isOne();

            broker.start();

            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(station.effects("team")).containsExactly("patient"));
            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(List.of(
                                    watch.condition().view().isAlarming(),
                                    relay.condition().view().isAlarming(),
                                    consumer.condition().view().isAlarming()))
                            .containsOnly(false));
        }
    }
}
