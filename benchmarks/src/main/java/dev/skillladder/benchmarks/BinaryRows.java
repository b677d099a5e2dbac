package dev.skillladder.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one COPY in PostgreSQL's binary format. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = 946_684_800;
    private static final int FLOAT8 = 701;

    private final String target;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryRows(String target) throws IOException {
        this.target = target;
        out.write(SIGNATURE);
        out.writeLong(0);
    }

    /** One row, in the order of the columns and in their exact types. */
    void add(@Nullable Object... row) throws IOException {
        out.writeShort(row.length);
        for (Object value : row) {
            write(value);
        }
    }

    void copy(Connection connection) throws IOException, SQLException {
        out.writeShort(-1);
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        copy.endCopy();
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case String text -> write(text.getBytes(StandardCharsets.UTF_8));
            case byte[] binary -> write(binary);
            case UUID id -> {
                out.writeInt(16);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case Integer number -> {
                out.writeInt(4);
                out.writeInt(number);
            }
            case Long number -> eight(number);
            case Double number -> eight(Double.doubleToLongBits(number));
            case Boolean truth -> {
                out.writeInt(1);
                out.writeBoolean(truth);
            }
            case LocalDate day -> {
                out.writeInt(4);
                out.writeInt((int) (day.toEpochDay() - EPOCH_DAY));
            }
            case Instant time -> eight((time.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + time.getNano() / 1_000);
            case double[] numbers -> array(numbers);
            default -> throw new IllegalArgumentException("no binary form of " + value.getClass());
        }
    }

    private void write(byte[] binary) throws IOException {
        out.writeInt(binary.length);
        out.write(binary);
    }

    private void eight(long bits) throws IOException {
        out.writeInt(8);
        out.writeLong(bits);
    }

    private void array(double[] numbers) throws IOException {
        out.writeInt(20 + 12 * numbers.length);
        out.writeInt(1); // dimensions
        out.writeInt(0); // no nulls
        out.writeInt(FLOAT8);
        out.writeInt(numbers.length);
        out.writeInt(1); // first index
        for (double number : numbers) {
            eight(Double.doubleToLongBits(number));
        }
    }
}
