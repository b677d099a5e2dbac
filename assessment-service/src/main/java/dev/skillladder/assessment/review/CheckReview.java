package dev.skillladder.assessment.review;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks everything a review says and tells all that is wrong at once. */
@Component
class CheckReview {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int MAX_COMMENT = 2_000;

    private final KnownFrameworks frameworks;

    CheckReview(KnownFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    CheckedReview check(NewReview given, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        UUID subject = given.subject();
        Kind kind = given.kind();
        if (subject == null) {
            errors.add(new FieldError("/subject", "Name the person whom the review is about."));
        }
        if (kind == null || kind == Kind.EVIDENCE) {
            errors.add(new FieldError("/kind", "A review is SELF, MANAGER or PEER."));
        }
        LocalDate day = given.observedOn() == null ? today : given.observedOn();
        checkDay(day, today, errors);
        OptionalInt version = version(given, errors);
        Optional<Rateable> rateable = version.isEmpty()
                ? Optional.empty()
                : frameworks.rateable(String.valueOf(given.framework()), version.getAsInt());
        if (version.isPresent() && rateable.isEmpty()) {
            errors.add(new FieldError(
                    "/frameworkVersion",
                    "Framework %s has no version %d.".formatted(given.framework(), version.getAsInt())));
        }
        List<Review.Rating> ratings = ratings(given, rateable.orElse(null), errors);
        if (!errors.isEmpty() || subject == null || kind == null) {
            throw new BadInput(errors);
        }
        return new CheckedReview(
                subject,
                kind,
                String.valueOf(given.framework()),
                version.orElseThrow(),
                day,
                ratings,
                rateable.orElseThrow());
    }

    private static void checkDay(LocalDate day, LocalDate today, List<FieldError> errors) {
        if (day.isAfter(today)) {
            errors.add(new FieldError("/observedOn", "%s lies ahead; today is %s (UTC).".formatted(day, today)));
        } else if (day.isBefore(EARLIEST)) {
            errors.add(
                    new FieldError("/observedOn", "%s is too long ago; the first day is %s.".formatted(day, EARLIEST)));
        }
    }

    /** The day that decides who is above whom; where the given one cannot be, today's. */
    static LocalDate day(NewReview given, LocalDate today) {
        LocalDate day = given.observedOn();
        return day == null || day.isAfter(today) || day.isBefore(EARLIEST) ? today : day;
    }

    private OptionalInt version(NewReview given, List<FieldError> errors) {
        String framework = given.framework();
        if (framework == null || !SLUG.matcher(framework).matches()) {
            errors.add(new FieldError("/framework", "Name the framework by its id."));
            return OptionalInt.empty();
        }
        Integer version = given.frameworkVersion();
        if (version != null) {
            return OptionalInt.of(version);
        }
        OptionalInt latest = frameworks.latest(framework);
        if (latest.isEmpty()) {
            errors.add(new FieldError("/framework", "There is no published framework " + framework + "."));
        }
        return latest;
    }

    private static List<Review.Rating> ratings(NewReview given, @Nullable Rateable rateable, List<FieldError> errors) {
        List<@Nullable NewRating> ratings = given.ratings();
        if (ratings == null || ratings.isEmpty() || ratings.size() > ObservationsRecorded.MAX_RATINGS) {
            errors.add(new FieldError(
                    "/ratings", "A review has 1 to %d ratings.".formatted(ObservationsRecorded.MAX_RATINGS)));
            return List.of();
        }
        List<Review.Rating> checked = new ArrayList<>(ratings.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ratings.size(); i++) {
            NewRating rating = ratings.get(i);
            String at = "/ratings/" + i;
            if (rating == null) {
                errors.add(new FieldError(at, "A rating is an object with skill and value."));
                continue;
            }
            String skill = skill(rating, at, rateable, seen, errors);
            double value = value(rating, at, rateable, errors);
            checkWords(rating, at, given.kind(), errors);
            checked.add(new Review.Rating(skill, value, rating.comment(), Boolean.TRUE.equals(rating.workedLittle())));
        }
        return checked;
    }

    private static String skill(
            NewRating rating, String at, @Nullable Rateable rateable, Set<String> seen, List<FieldError> errors) {
        String skill = rating.skill();
        if (skill == null) {
            errors.add(new FieldError(at + "/skill", "Name the skill by its id."));
            return "";
        }
        if (!seen.add(skill)) {
            errors.add(new FieldError(at + "/skill", "Skill %s is rated twice in this review.".formatted(skill)));
        }
        if (rateable != null && !rateable.hasSkill(skill)) {
            errors.add(
                    new FieldError(at + "/skill", "There is no skill %s in this framework version.".formatted(skill)));
        }
        return skill;
    }

    private static double value(NewRating rating, String at, @Nullable Rateable rateable, List<FieldError> errors) {
        Double value = rating.value();
        if (value == null) {
            errors.add(new FieldError(at + "/value", "Give a value on the framework's scale."));
            return 0;
        }
        String refusal = rateable == null ? null : rateable.refusal(value);
        if (refusal != null) {
            errors.add(new FieldError(at + "/value", refusal));
        }
        return value;
    }

    private static void checkWords(NewRating rating, String at, @Nullable Kind kind, List<FieldError> errors) {
        String comment = rating.comment();
        if (comment != null && (comment.length() > MAX_COMMENT || comment.indexOf('\0') >= 0)) {
            errors.add(new FieldError(
                    at + "/comment", "A comment has at most %d characters and no NUL.".formatted(MAX_COMMENT)));
        }
        if (Boolean.TRUE.equals(rating.workedLittle()) && kind != Kind.PEER) {
            errors.add(new FieldError(at + "/workedLittle", "Only a peer can say that they worked little together."));
        }
    }
}
