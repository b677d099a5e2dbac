package dev.skillladder.assessment.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

    /** Between two looks: while hundreds of people are computed a second, one look takes what many commits told. */
    private static final Duration BREATH = Duration.ofMillis(200);

    /** How far most looks go back. Only one per {@link #LOOK} goes back as far as the longest transaction may have taken. */
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final JdbcConnectionDetails database;
    private final StoredChanges stored;
    private final Feed feed;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** Ids that came since the last long look began to go back; later looks bring some of them again. */
    private Set<Long> known = new HashSet<>();

    private long nextLongLook = System.nanoTime();

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
                    pause(PAUSE);
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
            pause(BREATH);
            session.getNotifications((int) LOOK.toMillis());
            if (!connection.isValid((int) LOOK.toSeconds())) {
                throw new SQLException("the connection is gone", "08006");
            }
        }
    }

    private void takeNew() {
        if (last < 0) {
            last = stored.newest();
            known = ids(stored.after(last, StoredChanges.OVERLAP));
            feed.storedFrom(last);
            return;
        }
        boolean isLong = System.nanoTime() - nextLongLook >= 0;
        var rows = stored.after(last, isLong ? StoredChanges.OVERLAP : SHORTLY);
        rows.stream().filter(row -> !known.contains(row.id())).forEach(row -> feed.changed(row.id(), row.change()));
        Set<Long> seen = ids(rows);
        last = Math.max(last, seen.stream().mapToLong(Long::longValue).max().orElse(last));
        if (isLong) {
            known = seen;
            nextLongLook = System.nanoTime() + LOOK.toNanos();
        } else {
            known.addAll(seen);
        }
    }

    private static Set<Long> ids(List<StoredChanges.Row> rows) {
        return rows.stream().map(StoredChanges.Row::id).collect(Collectors.toCollection(HashSet::new));
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

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            running = false; // only stop() interrupts
        }
    }
}
