package dev.skillladder.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the active relay when another instance has committed. */
final class CommitListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);

    private static final int WAIT_MILLIS = 10_000;
    private static final int RECONNECT_MILLIS = 1_000;

    private final Clients clients;
    private final Signal relay;
    private final Thread thread;
    private volatile boolean closed;

    CommitListener(Clients clients, Signal relay) {
        this.clients = clients;
        this.relay = relay;
        this.thread = Thread.ofVirtual().name("outbox-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends the wait; the connection goes with the thread. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = clients.connection("listener")) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("listening again after {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + RelayLock.CHANNEL);
        }
        relay.raise(); // what was committed elsewhere while nobody listened
        PGConnection session = connection.unwrap(PGConnection.class);
        while (!closed) {
            if (session.getNotifications(WAIT_MILLIS).length > 0) {
                relay.raise();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
