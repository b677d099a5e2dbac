package dev.skillladder.assessment.review;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person said about another's skills.
 *
 * @param rater null where a peer is not named
 * @param recordedAt when the newest revision was accepted
 * @param revision grows with everything the rater says about the subject on that day
 */
record Review(
        UUID id,
        UUID subject,
        Kind kind,
        @Nullable UUID rater,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        Instant recordedAt,
        long revision,
        State state,
        List<Rating> ratings) {

    Review {
        ratings = List.copyOf(ratings);
    }

    /** Whether the ratings still count. */
    enum State {
        /** Its ratings count. */
        SUBMITTED,
        /** Its rater took it back. */
        WITHDRAWN
    }

    /** A rating that was accepted. */
    record Rating(String skill, double value, @Nullable String comment, boolean workedLittle) {}

    /** As this reader gets it: a peer is named to nobody but the peer. */
    Review readBy(@Nullable UUID reader) {
        return kind == Kind.PEER && !Objects.equals(rater, reader)
                ? new Review(
                        id,
                        subject,
                        kind,
                        null,
                        framework,
                        frameworkVersion,
                        observedOn,
                        recordedAt,
                        revision,
                        state,
                        ratings)
                : this;
    }

    Review corrected(CheckedReview content, Instant now, long newRevision) {
        return new Review(
                id,
                subject,
                kind,
                rater,
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
                id, subject, kind, rater, framework, frameworkVersion, day, recordedAt, revision, state, ratings);
    }

    Review with(List<Rating> read) {
        return new Review(
                id, subject, kind, rater, framework, frameworkVersion, observedOn, recordedAt, revision, state, read);
    }
}
