package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.rating.CheckRatings;
import dev.skillladder.assessment.rating.Frame;
import dev.skillladder.assessment.rating.GivenRatings;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks everything a review says and tells all that is wrong at once. */
@Component
public class CheckReview {

    private static final int MAX_COMMENT = 2_000;

    private final CheckRatings ratings;
    private final LinkedEvidence evidence;

    CheckReview(CheckRatings ratings, LinkedEvidence evidence) {
        this.ratings = ratings;
        this.evidence = evidence;
    }

    /** Everything that is wrong with a review. */
    public List<FieldError> problems(NewReview given, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        checked(given, today, errors);
        return errors;
    }

    CheckedReview check(NewReview given, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        CheckedReview checked = checked(given, today, errors);
        if (checked == null) {
            throw new BadInput(errors);
        }
        return checked;
    }

    /** Null if anything is wrong. */
    private @Nullable CheckedReview checked(NewReview given, LocalDate today, List<FieldError> errors) {
        UUID subject = given.subject();
        Kind kind = given.kind();
        if (subject == null) {
            errors.add(new FieldError("/subject", "Name the person whom the review is about."));
        }
        if (kind == null || kind == Kind.EVIDENCE) {
            errors.add(new FieldError("/kind", "A review is SELF, MANAGER or PEER."));
        }
        Frame frame = ratings.check(
                new GivenRatings(given.framework(), given.frameworkVersion(), given.observedOn(), given.ratings()),
                today,
                errors);
        checkWords(given.ratings(), kind, errors);
        evidence.check(given.ratings(), subject, kind, errors);
        if (!errors.isEmpty() || subject == null || kind == null || frame == null) {
            return null;
        }
        return new CheckedReview(subject, kind, frame, accepted(given));
    }

    private static void checkWords(
            @Nullable List<@Nullable NewRating> ratings, @Nullable Kind kind, List<FieldError> errors) {
        for (int i = 0; ratings != null && i < ratings.size(); i++) {
            NewRating rating = ratings.get(i);
            if (rating == null) {
                continue; // already among the errors
            }
            String comment = rating.comment();
            if (comment != null && (comment.length() > MAX_COMMENT || comment.indexOf('\0') >= 0)) {
                errors.add(new FieldError(
                        "/ratings/" + i + "/comment",
                        "A comment has at most %d characters and no NUL.".formatted(MAX_COMMENT)));
            }
            if (Boolean.TRUE.equals(rating.workedLittle()) && kind != Kind.PEER) {
                errors.add(new FieldError(
                        "/ratings/" + i + "/workedLittle", "Only a peer can say that they worked little together."));
            }
        }
    }

    private static List<Review.Rating> accepted(NewReview given) {
        return Objects.requireNonNull(given.ratings()).stream()
                .map(rating -> accepted(Objects.requireNonNull(rating)))
                .toList();
    }

    private static Review.Rating accepted(NewRating rating) {
        return new Review.Rating(
                Objects.requireNonNull(rating.skill()),
                Objects.requireNonNullElse(rating.answer(), Answer.VALUE),
                rating.value(),
                rating.comment(),
                Boolean.TRUE.equals(rating.workedLittle()),
                LinkedEvidence.ids(rating));
    }
}
