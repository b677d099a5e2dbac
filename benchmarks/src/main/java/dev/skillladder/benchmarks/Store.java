package dev.skillladder.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Asks one question of a database until the answer is large enough. */
final class Store implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement question;

    Store(String jdbcUrl, String question) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl);
        this.question = connection.prepareStatement(question);
    }

    long ask(Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            question.setObject(i + 1, parameters[i]);
        }
        try (var rows = question.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Returns the moment, as {@link System#nanoTime()}, at which the answer had arrived. */
    long await(long wanted, Duration patience, Duration pause, Object... parameters)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long answer = ask(parameters);
        while (answer < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s is still %d after %s, not %d".formatted(question, answer, patience, wanted));
            }
            if (pause.isPositive()) {
                Thread.sleep(pause);
            }
            answer = ask(parameters);
        }
        return System.nanoTime();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
