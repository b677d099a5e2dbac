package dev.skillladder.assessment.request;

import dev.skillladder.assessment.problem.BadRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended that shows the newest first; opaque to callers. */
public record Cursor(Instant at, UUID id) {

    /** Before everything. */
    public static final Cursor START =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    public static Cursor of(@Nullable String after) {
        if (after == null) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
            int separator = text.indexOf(' ');
            return new Cursor(
                    Instant.parse(text.substring(0, Math.max(0, separator))),
                    UUID.fromString(text.substring(separator + 1)));
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new BadRequest("'after' is not a 'next' of this list; leave it out to start anew.");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }
}
