package dev.skillladder.assessment.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param lead signs every change beside its rater
 * @param closedBy null while open, as is {@code closedAt}
 */
record Calibration(
        UUID id,
        String name,
        String framework,
        UUID lead,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        List<UUID> participants,
        List<Case> cases) {

    Calibration {
        participants = List.copyOf(participants);
        cases = List.copyOf(cases);
    }

    /** One skill of one person. */
    record Case(UUID engineer, String skill) {}

    boolean isOpen() {
        return closedAt == null;
    }

    /** Whom it is about. */
    Set<UUID> people() {
        return cases.stream().map(Case::engineer).collect(Collectors.toSet());
    }

    boolean has(UUID person) {
        return lead.equals(person) || participants.contains(person);
    }
}
