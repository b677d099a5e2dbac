package dev.skillladder.assessment.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format; values come in the order of the columns, in their exact type. Binary because
 * neither side then prints and parses numbers and times, and doubles arrive bit for bit.
 */
public final class Rows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = 946_684_800;

    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private int count;

    public Rows(int columns) {
        this.columns = (short) columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins the next row. */
    public Rows next() {
        room(2).putShort(columns);
        count++;
        return this;
    }

    public Rows uuid(UUID value) {
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public Rows text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    public Rows int4(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public Rows int8(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public Rows float8(double value) {
        room(12).putInt(8).putDouble(value);
        return this;
    }

    public Rows bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public Rows date(@Nullable LocalDate value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            room(8).putInt(4).putInt((int) (value.toEpochDay() - EPOCH.toEpochDay()));
        }
        return this;
    }

    /** Microseconds: what PostgreSQL keeps of an instant. */
    public Rows timestamptz(Instant value) {
        room(12).putInt(8).putLong((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000);
        return this;
    }

    int count() {
        return count;
    }

    /** Everything with the trailer, ready to be read once. */
    ByteBuffer finished() {
        return room(2).putShort((short) -1).flip();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
