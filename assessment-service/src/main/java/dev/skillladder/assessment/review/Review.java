package dev.skillladder.assessment.review;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person said about another's skills.
 *
 * @param rater null where a peer is not named
 * @param onBehalfOf the manager in whose place the rater spoke, null if in nobody's
 * @param cycle the running cycle that asked for it, null outside a cycle
 * @param recordedAt when the newest revision was accepted
 * @param revision grows with everything the rater says about the subject on that day
 */
public record Review(
        UUID id,
        UUID subject,
        Kind kind,
        @Nullable UUID rater,
        @Nullable UUID onBehalfOf,
        @Nullable UUID cycle,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        Instant recordedAt,
        long revision,
        State state,
        List<Rating> ratings) {

    public Review {
        ratings = List.copyOf(ratings);
    }

    /** Whether the ratings still count. */
    public enum State {
        /** Its ratings count. */
        SUBMITTED,
        /** Its rater took it back. */
        WITHDRAWN
    }

    /**
     * An answer that was accepted.
     *
     * @param answer null where fewer than three peers answered, and with it all the rest
     * @param value null unless the answer is {@code VALUE}
     * @param evidence the subject's items that the rater points to
     */
    public record Rating(
            String skill,
            @Nullable Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            boolean workedLittle,
            List<UUID> evidence) {

        public Rating {
            evidence = List.copyOf(evidence);
        }

        /** With the comment as it was written. */
        Rating opened(SubjectKey key) {
            return comment == null ? this : new Rating(skill, answer, value, key.open(comment), workedLittle, evidence);
        }

        /** The same without what was said. */
        Rating unsaid() {
            return new Rating(skill, null, null, null, false, List.of());
        }

        /** Whether it becomes an observation. */
        boolean counts() {
            return value != null;
        }
    }

    /** Without the name of who said it. */
    Review unnamed() {
        return new Review(
                id,
                subject,
                kind,
                null,
                onBehalfOf,
                cycle,
                framework,
                frameworkVersion,
                observedOn,
                recordedAt,
                revision,
                state,
                ratings);
    }

    Review corrected(CheckedReview content, Instant now, long newRevision) {
        return new Review(
                id,
                subject,
                kind,
                rater,
                onBehalfOf,
                cycle,
                framework,
                content.frame().version(),
                content.frame().observedOn(),
                now,
                newRevision,
                state,
                content.ratings());
    }

    Review withdrawn(Instant now, long newRevision) {
        return new Review(
                id,
                subject,
                kind,
                rater,
                onBehalfOf,
                cycle,
                framework,
                frameworkVersion,
                observedOn,
                now,
                newRevision,
                State.WITHDRAWN,
                ratings);
    }

    Review revised(long newRevision) {
        return new Review(
                id,
                subject,
                kind,
                rater,
                onBehalfOf,
                cycle,
                framework,
                frameworkVersion,
                observedOn,
                recordedAt,
                newRevision,
                state,
                ratings);
    }

    Review about(LocalDate day) {
        return new Review(
                id,
                subject,
                kind,
                rater,
                onBehalfOf,
                cycle,
                framework,
                frameworkVersion,
                day,
                recordedAt,
                revision,
                state,
                ratings);
    }

    Review with(List<Rating> read) {
        return new Review(
                id,
                subject,
                kind,
                rater,
                onBehalfOf,
                cycle,
                framework,
                frameworkVersion,
                observedOn,
                recordedAt,
                revision,
                state,
                read);
    }
}
