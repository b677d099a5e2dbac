package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evidence that ratings point to: the subject's own items that were not taken back. */
@Component
class LinkedEvidence {

    private static final int MOST_PER_SKILL = 10;

    private final JdbcClient jdbc;

    LinkedEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<UUID> ids(NewRating rating) {
        List<UUID> ids = new ArrayList<>();
        if (rating.evidence() != null) {
            rating.evidence().stream().filter(Objects::nonNull).distinct().forEach(ids::add);
        }
        return ids;
    }

    /** What of the named there is: one query for all reviews, and none if nothing is pointed to. */
    Set<Item> known(Collection<NewReview> reviews) {
        Set<UUID> named = new HashSet<>();
        for (NewReview review : reviews) {
            if (review.kind() != Kind.PEER && review.ratings() != null) {
                review.ratings().stream().filter(Objects::nonNull).forEach(rating -> named.addAll(ids(rating)));
            }
        }
        return named.isEmpty() ? Set.of() : stored(named);
    }

    private Set<Item> stored(Set<UUID> named) {
        return new HashSet<>(jdbc.sql("""
                        select subject, id from evidence where id = any (:named::uuid[]) and state <> 'WITHDRAWN'
                        """)
                .param("named", named.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Item(row.getObject("subject", UUID.class), row.getObject("id", UUID.class)))
                .list());
    }

    /** Adds what is wrong with what a review points to. */
    static void check(NewReview given, Set<Item> known, List<FieldError> errors) {
        List<@Nullable NewRating> ratings = given.ratings() == null ? List.of() : given.ratings();
        for (int i = 0; i < ratings.size(); i++) {
            NewRating rating = ratings.get(i);
            List<UUID> ids = rating == null ? List.of() : ids(rating);
            Stream<Item> items = ids.stream().map(id -> new Item(given.subject(), id));
            boolean refused = given.kind() == Kind.PEER ? !ids.isEmpty() : !items.allMatch(known::contains);
            if (refused || ids.size() > MOST_PER_SKILL) {
                errors.add(new FieldError(
                        "/ratings/" + i + "/evidence",
                        given.kind() == Kind.PEER
                                ? "Peers do not see evidence and point to none."
                                : "Name at most %d items of this person that were not taken back."
                                        .formatted(MOST_PER_SKILL)));
            }
        }
    }

    /** An item of somebody's evidence; of nobody's while a review names nobody. */
    record Item(@Nullable UUID subject, UUID id) {}
}
