package dev.skillladder.assessment.review;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.rating.CheckRatings;
import dev.skillladder.assessment.rating.Frame;
import dev.skillladder.assessment.rating.GivenRatings;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks everything a review says and tells all that is wrong at once. */
@Component
public class CheckReview {

    private static final int MAX_COMMENT = 2_000;

    private final CheckRatings ratings;
    private final LinkedEvidence evidence;
    private final KnownFrameworks frameworks;

    CheckReview(CheckRatings ratings, LinkedEvidence evidence, KnownFrameworks frameworks) {
        this.ratings = ratings;
        this.evidence = evidence;
        this.frameworks = frameworks;
    }

    /** Everything that is wrong with a review. */
    public List<FieldError> problems(NewReview given, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        checked(given, today, evidence.known(List.of(given)), errors);
        return errors;
    }

    CheckedReview check(NewReview given, LocalDate today) {
        return checkAll(List.of(given), today, _ -> "").getFirst();
    }

    /**
     * All reviews of a request, or everything that is wrong with any of them.
     *
     * @param pointer of a review in the request's body
     */
    List<CheckedReview> checkAll(List<NewReview> given, LocalDate today, IntFunction<String> pointer) {
        List<FieldError> errors = new ArrayList<>();
        List<CheckedReview> all = new ArrayList<>();
        List<NewReview> versioned = withNewest(given);
        Set<LinkedEvidence.Item> known = evidence.known(given);
        Set<Topic> seen = new HashSet<>();
        for (int i = 0; i < versioned.size(); i++) {
            String at = pointer.apply(i);
            List<FieldError> own = new ArrayList<>();
            CheckedReview checked = checked(versioned.get(i), today, known, own);
            own.forEach(error -> errors.add(new FieldError(at + error.pointer(), error.detail())));
            if (checked != null) {
                all.add(checked);
                if (!seen.add(new Topic(checked.subject(), checked.kind()))) {
                    errors.add(new FieldError(at, "One request has one review of a kind about a person."));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return all;
    }

    /** Asks for each framework's newest version once. */
    private List<NewReview> withNewest(List<NewReview> given) {
        Map<String, OptionalInt> newest = new HashMap<>();
        return given.stream()
                .map(review -> {
                    String framework = review.framework();
                    if (framework == null || review.frameworkVersion() != null) {
                        return review;
                    }
                    OptionalInt version = newest.computeIfAbsent(framework, frameworks::latest);
                    return version.isEmpty() ? review : review.under(version.getAsInt());
                })
                .toList();
    }

    private record Topic(UUID subject, Kind kind) {}

    /** Null if anything is wrong. */
    private @Nullable CheckedReview checked(
            NewReview given, LocalDate today, Set<LinkedEvidence.Item> known, List<FieldError> errors) {
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
        LinkedEvidence.check(given, known, errors);
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
