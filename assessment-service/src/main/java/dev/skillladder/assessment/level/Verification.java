package dev.skillladder.assessment.level;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is stored equals what the log says.
 *
 * @param people looked at
 * @param estimates stored ones compared
 * @param levels stored ones compared
 * @param differences how many were found in all
 * @param first some of them
 */
public record Verification(
        long people, long observations, long estimates, long levels, long differences, List<Difference> first) {

    /**
     * One difference.
     *
     * @param what {@code estimate kafka} or {@code level}
     * @param stored null if nothing is stored
     * @param computed null if nothing should be stored
     */
    public record Difference(
            UUID engineer,
            String what,
            @Nullable String stored,
            @Nullable String computed) {}
}
