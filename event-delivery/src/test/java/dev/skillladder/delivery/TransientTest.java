package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** An event must never die of what happened to the database. */
class TransientTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "08006", "08003", "40P01", "40001", "55P03", "53300", "58030"})
    void takesWhatTheServerSaysOfItselfAsPassing(String state) {
        assertThat(Transient.is(uncategorized(new SQLException("the server's trouble", state))))
                .isTrue();
    }

    @Test
    void takesAFailedRollbackAsPassing() {
        var failure = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        failure.initApplicationException(new IllegalStateException("whatever came before"));

        assertThat(Transient.is(failure)).isTrue();
    }

    @Test
    void takesThePoolsClosedConnectionAsPassing() {
        assertThat(Transient.is(uncategorized(new SQLException("Connection is closed"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "22003", "23505", "42601"})
    void blamesTheEventForWhatItsValuesCause(String state) {
        assertThat(Transient.is(uncategorized(new SQLException("the event's fault", state))))
                .isFalse();
    }

    @Test
    void blamesTheEventForWhatItsHandlerThrows() {
        assertThat(Transient.is(new IllegalArgumentException("no such thing"))).isFalse();
        assertThat(Transient.is(new DataIntegrityViolationException(
                        "twice", new SQLException("duplicate key value violates unique constraint", "23505"))))
                .isFalse();
    }

    private static UncategorizedSQLException uncategorized(SQLException cause) {
        return new UncategorizedSQLException("task", "select", cause);
    }
}
