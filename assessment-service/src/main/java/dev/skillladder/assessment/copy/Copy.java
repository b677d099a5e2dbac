package dev.skillladder.assessment.copy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sends rows into a table on the transaction's connection. */
@Component
public class Copy {

    private final JdbcTemplate jdbc;

    Copy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sends all rows.
     *
     * @param target table with its columns, as in {@code estimate (engineer, skill)}
     */
    public void into(String target, Rows rows) {
        if (rows.count() == 0) {
            return;
        }
        Long stored = jdbc.execute((ConnectionCallback<Long>) connection -> send(connection, target, rows.finished()));
        if (stored == null || stored != rows.count()) {
            throw new IllegalStateException(
                    "COPY into %s stored %s of %d rows".formatted(target, stored, rows.count()));
        }
    }

    private static long send(Connection connection, String target, ByteBuffer bytes) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        try {
            copy.writeToCopy(bytes.array(), bytes.arrayOffset(), bytes.limit());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
