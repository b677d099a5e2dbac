package dev.skillladder.assessment.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A skill that does not count for one person for a time.
 *
 * @param frameworkVersion whose skill it is; where newer versions map the skill, the exemption follows
 * @param from first day
 * @param until last day, as granted
 * @param grantedBy engineer's id, or HR's account
 * @param ended null unless it was ended early
 */
public record Exemption(
        UUID id,
        UUID engineer,
        String framework,
        int frameworkVersion,
        String skill,
        LocalDate from,
        LocalDate until,
        String reason,
        String grantedBy,
        Instant recordedAt,
        @Nullable End ended) {

    /**
     * How it ended before its time.
     *
     * @param lastDay before {@code from}: it never counted
     */
    public record End(LocalDate lastDay, String reason, String endedBy, Instant recordedAt) {}

    boolean isOver(LocalDate today) {
        return ended != null || until.isBefore(today);
    }

    Exemption endedBy(End end) {
        return new Exemption(
                id, engineer, framework, frameworkVersion, skill, from, until, reason, grantedBy, recordedAt, end);
    }
}
