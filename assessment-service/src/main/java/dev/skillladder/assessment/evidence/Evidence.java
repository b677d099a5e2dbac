package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project, contribution, certificate … that demonstrates proficiencies.
 *
 * @param recordedAt when the newest revision was accepted
 * @param verifiedBy the manager who verified it, null before
 */
record Evidence(
        UUID id,
        UUID subject,
        ActionKind kind,
        String title,
        @Nullable String link,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        @Nullable LocalDate validUntil,
        UUID submittedBy,
        Instant recordedAt,
        long revision,
        State state,
        @Nullable UUID verifiedBy,
        @Nullable String verificationReason,
        List<Rating> ratings) {

    Evidence {
        ratings = List.copyOf(ratings);
    }

    /** How far the item is trusted. */
    enum State {
        /** Counts with the quality of unverified evidence. */
        SUBMITTED,
        /** A manager looked at it: counts in full. */
        VERIFIED,
        /** Taken back: does not count. */
        WITHDRAWN
    }

    /** A proficiency that was accepted. */
    record Rating(String skill, double value) {}

    Evidence verified(UUID manager, String reason, Instant now) {
        return new Evidence(
                id,
                subject,
                kind,
                title,
                link,
                framework,
                frameworkVersion,
                observedOn,
                validUntil,
                submittedBy,
                now,
                revision + 1,
                State.VERIFIED,
                manager,
                reason,
                ratings);
    }

    Evidence withdrawn(Instant now) {
        return new Evidence(
                id,
                subject,
                kind,
                title,
                link,
                framework,
                frameworkVersion,
                observedOn,
                validUntil,
                submittedBy,
                now,
                revision + 1,
                State.WITHDRAWN,
                verifiedBy,
                verificationReason,
                ratings);
    }

    /** With the texts as they were written. */
    Evidence opened(SubjectKey key) {
        return new Evidence(
                id,
                subject,
                kind,
                key.open(title),
                key.openIfAny(link),
                framework,
                frameworkVersion,
                observedOn,
                validUntil,
                submittedBy,
                recordedAt,
                revision,
                state,
                verifiedBy,
                key.openIfAny(verificationReason),
                ratings);
    }

    Evidence with(List<Rating> read) {
        return new Evidence(
                id,
                subject,
                kind,
                title,
                link,
                framework,
                frameworkVersion,
                observedOn,
                validUntil,
                submittedBy,
                recordedAt,
                revision,
                state,
                verifiedBy,
                verificationReason,
                read);
    }
}
