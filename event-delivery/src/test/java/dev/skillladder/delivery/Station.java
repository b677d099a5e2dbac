package dev.skillladder.delivery;

import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import dev.skillladder.testsupport.TestKafka;
import dev.skillladder.testsupport.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service without Spring: its own database, topics of its own, and any number of instances of each thread. */
final class Station implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);

    final String topic = "test-" + UUID.randomUUID();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final DeliverySettings settings;
    final Clients clients;
    final DeliveryMetrics metrics = new DeliveryMetrics(new SimpleMeterRegistry());
    final Notes notes;
    final Intake intake;

    private final Clock clock = Clock.systemUTC();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final Signal drainSignal = new Signal();

    private Station(String bootstrapServers, @Nullable String owned) {
        TestPostgres.Database database = TestPostgres.database("station");
        SimpleDriverDataSource dataSource =
                new SimpleDriverDataSource(new Driver(), database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/delivery", "classpath:db/test")
                .placeholders(Map.of("runtime", database.user()))
                .load()
                .migrate();
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        settings = new DeliverySettings(
                bootstrapServers,
                (short) 1,
                owned == null ? List.of() : List.of(owned),
                "test",
                Duration.ofMinutes(10), // nothing may depend on polling
                Duration.ofMillis(200),
                2_000,
                1_000,
                500,
                Duration.ofMinutes(1),
                Duration.ofMillis(500));
        clients = new Clients("station", settings, details(database));
        notes = new Notes(owned == null ? topic : owned, jdbc);
        intake = new Intake(notes, new PendingRows(jdbc), EventJson.MAPPER);
    }

    /** With topics that exist. */
    static Station open(int partitions) throws Exception {
        Station station = new Station(TestKafka.bootstrapServers(), null);
        station.createTopics(partitions);
        return station;
    }

    /** On a broker that need not run, with a topic of the contract. */
    static Station on(String bootstrapServers, String owned) {
        return new Station(bootstrapServers, owned);
    }

    void createTopics(int partitions) throws Exception {
        try (Admin admin = clients.admin()) {
            admin.createTopics(List.of(
                            new NewTopic(topic, partitions, (short) 1), new NewTopic(Topics.dead(topic), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** An outbox that wakes this relay. */
    Outbox outbox(Signal relay) {
        return new Outbox(
                new OutboxRows(jdbc),
                relay,
                List.of(topic, notes.topic()),
                URI.create("/station"),
                EventJson.MAPPER,
                clock,
                new TimeOrderedIds(clock));
    }

    PendingEvents pendingEvents() {
        return new PendingEvents(new PendingRows(jdbc), drainSignal);
    }

    Relay relay(Signal signal) {
        return started(new Relay(clients, settings, signal, clock, metrics));
    }

    TopicConsumer consumer() {
        return consumer(new Signal());
    }

    TopicConsumer consumer(Signal relay) {
        return started(new TopicConsumer(
                intake,
                new Offsets(jdbc),
                new SeenEvents(jdbc),
                deadLetters(relay),
                transaction,
                clients,
                settings,
                clock,
                metrics));
    }

    PendingDrain drain() {
        return started(new PendingDrain(
                Map.of(notes.topic(), intake),
                new PendingRows(jdbc),
                deadLetters(new Signal()),
                transaction,
                settings,
                drainSignal,
                clock));
    }

    BrokerWatch brokerWatch() {
        return started(new BrokerWatch(clients, settings, List.of(notes.topic())));
    }

    RetryDeadLetter retryDeadLetter() {
        return new RetryDeadLetter(
                jdbc,
                Map.of(topic, intake),
                new SeenEvents(jdbc),
                new OutboxRows(jdbc),
                new Signal(),
                transaction,
                clock);
    }

    private DeadLetters deadLetters(Signal relay) {
        return new DeadLetters(jdbc, new OutboxRows(jdbc), relay, metrics);
    }

    private <W extends Worker> W started(W worker) {
        workers.add(worker);
        worker.start();
        return worker;
    }

    void stop(Worker worker) {
        worker.end();
        worker.join();
        workers.remove(worker);
    }

    /** Commits one event through the outbox. */
    void tell(Signal relay, String key, String text) {
        Outbox outbox = outbox(relay);
        transaction.executeWithoutResult(
                status -> outbox.add(new Event(notes.topic(), key, "test.noted.v1", new Note(text))));
    }

    /** Writes events past the outbox, as another service would. */
    void produce(String key, String... texts) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String text : texts) {
            records.add(event(UUID.randomUUID(), key, text));
        }
        produce(records);
    }

    void produce(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    ProducerRecord<byte[], byte[]> event(UUID id, String key, String text) {
        return Envelope.write(
                URI.create("/elsewhere"),
                id,
                Instant.now(clock),
                topic,
                key,
                "test.noted.v1",
                EventJson.MAPPER.writeValueAsBytes(new Note(text)));
    }

    List<String> effects(String key) {
        return jdbc.sql("select coalesce(note, 'erased') from effect where key = :key order by id")
                .param("key", key)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    void awaitEmptyOutbox() {
        await().atMost(SOON).until(() -> count("outbox") == 0);
    }

    /** Everything on a topic, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> recordsOf(String name) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", settings.bootstrapServers(), "auto.offset.reset", "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        workers.forEach(Worker::end);
        workers.forEach(Worker::join);
    }

    private static JdbcConnectionDetails details(TestPostgres.Database database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }
}
