package dev.skillladder.assessment.freshness;

import dev.skillladder.contract.Text;
import dev.skillladder.engine.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long what is known about a person's skill lasts.
 *
 * @param asked the role asks for it
 * @param status UNKNOWN, or how the highest requirement that asks for it stands; null if the role does not ask
 * @param unknownOn first day on which it is UNKNOWN if nobody says anything more; in the past if it is by age; null if
 *     nobody reviewed it, so that it never was known
 * @param staleOn the same by age alone
 * @param expiresOn first day on which a piece of evidence in it no longer counts, null for never
 * @param newest day the newest voice speaks of, null if nothing is known
 * @param weight W on the day of the answer, null if nothing is known
 */
record SkillFreshness(
        String framework,
        String skill,
        Text name,
        boolean asked,
        @Nullable Status status,
        @Nullable LocalDate unknownOn,
        @Nullable LocalDate staleOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate newest,
        @Nullable Double weight) {}
