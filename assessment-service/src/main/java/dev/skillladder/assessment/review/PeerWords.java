package dev.skillladder.assessment.review;

import dev.skillladder.assessment.review.Revision.Before;
import dev.skillladder.contract.assessment.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from readers who a peer is, and what a single peer said where fewer than three spoke. Peers read their own.
 *
 * @param shown of which skills enough peers spoke
 */
record PeerWords(Set<Topic> shown) {

    PeerWords {
        shown = Set.copyOf(shown);
    }

    /** A skill of a person. */
    record Topic(UUID subject, String framework, String skill) {}

    Review masked(Review review, @Nullable UUID reader) {
        return isOpen(review, reader) ? review : review.unnamed().with(masked(review, review.ratings()));
    }

    Revision masked(Review review, Revision revision, @Nullable UUID reader) {
        if (isOpen(review, reader)) {
            return revision;
        }
        Before before = revision.before();
        return new Revision(
                revision.revision(),
                revision.change(),
                revision.at(),
                null,
                null,
                new Before(
                        before.revision(),
                        before.frameworkVersion(),
                        before.observedOn(),
                        masked(review, before.ratings())));
    }

    private static boolean isOpen(Review review, @Nullable UUID reader) {
        return review.kind() != Kind.PEER || Objects.equals(review.rater(), reader);
    }

    private List<Review.Rating> masked(Review review, List<Review.Rating> ratings) {
        return ratings.stream()
                .map(rating -> shown.contains(new Topic(review.subject(), review.framework(), rating.skill()))
                        ? rating
                        : rating.unsaid())
                .toList();
    }
}
