package dev.skillladder.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Sends what waits in the outbox, in id order. Of all instances of a service the one whose connection holds the lock is
 * active; it reads and deletes over that same connection, so that without the lock it can do neither.
 */
final class Relay extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** After a takeover: longer than the former active instance needs to notice, so that nothing of it arrives late. */
    private static final Duration SETTLE = Duration.ofMillis(1_500);

    /** How often a waiting relay makes sure that it still holds the lock. */
    private static final Duration CHECK = Duration.ofMillis(500);

    private final Clients clients;
    private final DeliverySettings settings;
    private final Signal signal;
    private final Clock clock;
    private final DeliveryMetrics metrics;

    Relay(Clients clients, DeliverySettings settings, Signal signal, Clock clock, DeliveryMetrics metrics) {
        super("outbox-relay", settings.maxBackOff());
        this.clients = clients;
        this.settings = settings;
        this.signal = signal;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    protected void work() throws SQLException, InterruptedException {
        try (Connection connection = clients.connection("relay")) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            RelayLock lock = new RelayLock(jdbc);
            if (!lock.tryAcquire()) {
                standBy(lock);
            }
            if (running()) {
                condition().is("active");
                LOG.info("active relay");
                try (CommitListener listener = new CommitListener(clients, signal)) {
                    listener.start();
                    relay(connection, new OutboxRows(jdbc));
                }
            }
        }
    }

    /** Tells the active instance about commits here, until it is gone. */
    private void standBy(RelayLock lock) throws InterruptedException {
        condition().is("passive");
        lock.notifyActive(); // what was committed here while this instance was without connection
        do {
            if (signal.await(settings.takeover())) {
                lock.notifyActive();
            }
        } while (running() && !lock.tryAcquire());
        Thread.sleep(SETTLE);
    }

    private void relay(Connection connection, OutboxRows rows) throws SQLException, InterruptedException {
        while (running()) {
            Producer<byte[], byte[]> producer = clients.producer();
            try {
                while (running()) {
                    if (!sendNext(connection, rows, producer)) {
                        awaitCommit(connection);
                    }
                }
            } catch (KafkaException e) {
                condition().failed(e);
                LOG.warn("cannot send, trying again: {}", Condition.describe(e));
                backOff();
                requireLock(connection);
            } finally {
                producer.close(Duration.ZERO); // nothing may arrive after another instance has begun
            }
        }
    }

    /** Whether there was anything to send. */
    private boolean sendNext(Connection connection, OutboxRows rows, Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException {
        List<OutboxRows.Row> batch = rows.next(settings.relayBatch());
        if (batch.isEmpty()) {
            condition().is("active");
            return false;
        }
        List<Future<RecordMetadata>> sent = send(batch, producer);
        int acknowledged = 0;
        Throwable failure = null;
        while (failure == null && acknowledged < sent.size()) {
            failure = outcome(sent.get(acknowledged), connection);
            if (failure == null) {
                acknowledged++;
            }
        }
        rows.delete(batch.subList(0, acknowledged));
        metrics.sent(acknowledged);
        if (failure != null) {
            failed(rows, batch.get(acknowledged), failure);
        }
        condition().is("active");
        return true;
    }

    /** Stops at a record that is refused at once, so that none of its key passes it. */
    private static List<Future<RecordMetadata>> send(List<OutboxRows.Row> batch, Producer<byte[], byte[]> producer) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        for (OutboxRows.Row row : batch) {
            Future<RecordMetadata> answer = producer.send(row.record());
            sent.add(answer);
            if (answer.isDone() && answer.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    private @Nullable Throwable outcome(Future<RecordMetadata> answer, Connection connection)
            throws SQLException, InterruptedException {
        while (true) {
            try {
                answer.get(CHECK.toMillis(), TimeUnit.MILLISECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause() == null ? e : e.getCause();
            } catch (TimeoutException e) {
                condition().is("waiting for the broker");
                requireLock(connection);
                if (!running()) {
                    throw new InterruptedException("stopped while waiting for the broker");
                }
            }
        }
    }

    private void failed(OutboxRows rows, OutboxRows.Row row, Throwable failure) {
        if (!isHopeless(failure)) {
            throw failure instanceof KafkaException kafka ? kafka : new KafkaException("sending failed", failure);
        }
        LOG.error(
                "outbox row {} for {} can never be sent: {}",
                row.id(),
                row.record().topic(),
                failure.getMessage());
        rows.bury(row, Condition.describe(failure), clock.instant());
        metrics.dead(row.record().topic(), 1);
    }

    private static boolean isHopeless(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTopicException;
    }

    private void awaitCommit(Connection connection) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + settings.poll().toNanos();
        while (running() && System.nanoTime() < deadline && !signal.await(CHECK)) {
            requireLock(connection);
        }
    }

    private static void requireLock(Connection connection) throws SQLException {
        if (!connection.isValid(5)) {
            throw new SQLException("the connection that holds the relay's lock is gone", "08006");
        }
    }
}
