package dev.skillladder.assessment.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads new rows of {@code live_change} when any instance says there are some, over a connection of its own, and looks
 * every few seconds in any case. After the database was away it listens anew and reads what was told meanwhile.
 */
@Component
class Listen implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listen.class);

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final StoredChanges stored;
    private final Feed feed;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** Ids that came with the last look; the next one brings some of them again. */
    private Set<Long> known = Set.of();

    private long last = -1;

    Listen(JdbcConnectionDetails database, StoredChanges stored, Feed feed) {
        this.database = database;
        this.stored = stored;
        this.feed = feed;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("live-listen").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread listening = thread;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Connection connection = connection()) {
                listen(connection);
            } catch (SQLException | DataAccessException e) {
                if (running) {
                    LOG.warn("open pages hear of changes again when the database answers: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Wake.CHANNEL);
        }
        PGConnection session = connection.unwrap(PGConnection.class);
        while (running) {
            takeNew();
            session.getNotifications((int) LOOK.toMillis());
            if (!connection.isValid((int) LOOK.toSeconds())) {
                throw new SQLException("the connection is gone", "08006");
            }
        }
    }

    private void takeNew() {
        if (last < 0) {
            last = stored.newest();
            known = ids(stored.after(last));
            feed.storedFrom(last);
            return;
        }
        var rows = stored.after(last);
        rows.stream().filter(row -> !known.contains(row.id())).forEach(row -> feed.changed(row.id(), row.change()));
        known = ids(rows);
        last = Math.max(last, known.stream().mapToLong(Long::longValue).max().orElse(last));
    }

    private static Set<Long> ids(java.util.List<StoredChanges.Row> rows) {
        return rows.stream().map(StoredChanges.Row::id).collect(Collectors.toSet());
    }

    private Connection connection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Objects.requireNonNullElse(database.getUsername(), ""));
        properties.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
        properties.setProperty("ApplicationName", "assessment-service live");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false; // only stop() interrupts
        }
    }
}
