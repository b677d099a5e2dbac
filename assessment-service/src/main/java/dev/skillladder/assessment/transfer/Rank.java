package dev.skillladder.assessment.transfer;

import dev.skillladder.assessment.problem.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a candidate comes in the list: who would land highest first, then by P_low of the open level, by what it still
 * lacks, and last by P_high, so that nobody comes first because nothing is known.
 *
 * @param landing rank of the level they would land on, -1 for none
 * @param missing importance that the open level lacks
 */
record Rank(int landing, double pLow, int missing, double pHigh, UUID engineer) implements Comparable<Rank> {

    private static final Comparator<Rank> BEST_FIRST = Comparator.comparingInt(Rank::landing)
            .thenComparingDouble(Rank::pLow)
            .thenComparingInt(rank -> -rank.missing())
            .thenComparingDouble(Rank::pHigh)
            .reversed()
            .thenComparing(rank -> rank.engineer().toString());

    static @Nullable Rank after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length == 5) {
                return new Rank(
                        Integer.parseInt(parts[0]),
                        Double.parseDouble(parts[1]),
                        Integer.parseInt(parts[2]),
                        Double.parseDouble(parts[3]),
                        UUID.fromString(parts[4]));
            }
            throw foreign();
        } catch (IllegalArgumentException unreadable) {
            throw foreign();
        }
    }

    @Override
    public int compareTo(Rank other) {
        return BEST_FIRST.compare(this, other);
    }

    /** Opaque to callers. */
    String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((landing + " " + pLow + " " + missing + " " + pHigh + " " + engineer)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static BadRequest foreign() {
        return new BadRequest("'after' is not a 'next' of this list; leave it out to start anew.");
    }
}
