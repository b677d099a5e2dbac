package dev.skillladder.benchmarks;

import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/** The least that goes through Kafka into PostgreSQL: produce an event, consume it, decode it, commit a row. */
final class BareRoundTrip implements AutoCloseable {

    private static final String TOPIC = "benchmarks.bare";
    private static final Duration POLL = Duration.ofMillis(100);

    private final Sender sender;
    private final String bootstrap;
    private final String url;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> consuming;
    private volatile boolean ending;

    BareRoundTrip(Site site) throws ExecutionException, InterruptedException {
        bootstrap = site.stack().bootstrapServers();
        url = site.floorUrl();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        sender = new Sender(bootstrap);
        consuming = thread.submit(this::consume);
    }

    void send(String id, ObservationsRecorded event) {
        sender.send(Topic.record(TOPIC, event.engineer().toString(), ObservationsRecorded.TYPE, id, event));
    }

    private boolean consume() throws SQLException {
        try (var consumer = Topic.consumer(bootstrap);
                var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (!ending) {
                for (var record : consumer.poll(POLL)) {
                    Topic.body(record, ObservationsRecorded.class);
                    commit(connection, Topic.id(record));
                }
            }
        }
        return ending;
    }

    private static void commit(Connection connection, String id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into floor.arrived (id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() {
        ending = true;
        sender.close();
        thread.close();
        if (consuming.state() == Future.State.FAILED) {
            throw new IllegalStateException("the bare consumer failed", consuming.exceptionNow());
        }
    }
}
