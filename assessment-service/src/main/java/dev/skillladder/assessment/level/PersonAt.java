package dev.skillladder.assessment.level;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.LevelResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands on a day.
 *
 * @param version of the framework that counts for this person on that day
 * @param estimates of the framework's skills, by skill
 * @param agreed level of this role that a named person decided, null for none
 * @param exempt skills that are left out of this person's rule on that day
 * @param leftToPeople only people judge this person: {@code result} suggests nothing
 * @param knownAt only what was recorded up to then was looked at; null for everything
 * @param sight what the reader sees of the person; the rest was left out
 */
public record PersonAt(
        UUID engineer,
        String framework,
        int version,
        String role,
        Map<String, Estimate> estimates,
        LevelResult result,
        @Nullable ConfirmedLevel agreed,
        Set<String> exempt,
        boolean leftToPeople,
        LocalDate asOf,
        @Nullable Instant knownAt,
        Instant computedAt,
        Sight sight) {

    public PersonAt {
        estimates = Map.copyOf(estimates);
        exempt = Set.copyOf(exempt);
        result = leftToPeople ? result.leftToPeople() : result;
    }

    /** Another result about the same person, as it may be said to readers. */
    public LevelResult said(LevelResult other) {
        return leftToPeople ? other.leftToPeople() : other;
    }

    /** The level that a named person decided, null for none. */
    public @Nullable String confirmed() {
        return agreed == null ? null : agreed.level();
    }

    /** Whether a person confirmed another level than was verified then. */
    public boolean isOverride() {
        return agreed != null && agreed.level().equals(result.confirmed()) && agreed.override();
    }
}
