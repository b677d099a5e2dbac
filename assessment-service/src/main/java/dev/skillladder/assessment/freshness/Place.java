package dev.skillladder.assessment.freshness;

import dev.skillladder.assessment.problem.BadRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ended; opaque to callers. */
record Place(LocalDate day, UUID engineer, String skill) {

    private static final Place START = new Place(LocalDate.EPOCH, new UUID(0, 0), "");

    static Place of(@Nullable String after) {
        if (after == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length == 3) {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw foreign();
        }
        throw foreign();
    }

    private static BadRequest foreign() {
        return new BadRequest("'after' is not a 'next' of this list; leave it out to start anew.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((day + " " + engineer + " " + skill).getBytes(StandardCharsets.US_ASCII));
    }
}
