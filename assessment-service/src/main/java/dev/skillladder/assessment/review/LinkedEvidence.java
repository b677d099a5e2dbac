package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

    /** One query for all ratings, and none if nothing is pointed to. */
    void check(
            @Nullable List<@Nullable NewRating> ratings,
            @Nullable UUID subject,
            @Nullable Kind kind,
            List<FieldError> errors) {
        Set<UUID> named = new HashSet<>();
        for (int i = 0; ratings != null && i < ratings.size(); i++) {
            NewRating rating = ratings.get(i);
            named.addAll(rating == null ? List.of() : ids(rating));
        }
        if (ratings == null || named.isEmpty()) {
            return;
        }
        Set<UUID> known = kind == Kind.PEER || subject == null ? Set.of() : of(subject, named);
        for (int i = 0; i < ratings.size(); i++) {
            NewRating rating = ratings.get(i);
            List<UUID> ids = rating == null ? List.of() : ids(rating);
            if (ids.size() > MOST_PER_SKILL || !known.containsAll(ids)) {
                errors.add(new FieldError(
                        "/ratings/" + i + "/evidence",
                        kind == Kind.PEER
                                ? "Peers do not see evidence and point to none."
                                : "Name at most %d items of this person that were not taken back."
                                        .formatted(MOST_PER_SKILL)));
            }
        }
    }

    private Set<UUID> of(UUID subject, Set<UUID> named) {
        return new HashSet<>(jdbc.sql("""
                        select id from evidence
                        where subject = :subject and id = any (:named::uuid[]) and state <> 'WITHDRAWN'
                        """)
                .param("subject", subject)
                .param("named", named.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }
}
