package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.reviewdraft.Draft.Saved;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to save; skills that are left out stay as they are. Half-finished and wrong answers are welcome: submitting tells
 * what is wrong with them. Only what cannot be kept is refused.
 *
 * @param framework needed by the first save
 * @param frameworkVersion the newest by default
 * @param ratings by skill; null clears a skill
 */
record DraftPatch(
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate observedOn,
        @Nullable Map<String, @Nullable Given> ratings) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    /** Longer than what can be submitted, so that nobody loses a text that is still to be shortened. */
    private static final int LONGEST_COMMENT = 20_000;

    private static final int MOST_EVIDENCE = 10;

    /** One skill as it is sent. */
    record Given(
            @Nullable Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            @Nullable Boolean workedLittle,
            @Nullable List<@Nullable UUID> evidence) {

        Saved saved(Instant now) {
            List<UUID> items = new ArrayList<>();
            if (evidence != null) {
                evidence.stream().filter(Objects::nonNull).distinct().forEach(items::add);
            }
            Answer meant = answer == null && value != null ? Answer.VALUE : answer;
            return new Saved(meant, value, comment, Boolean.TRUE.equals(workedLittle), items, now);
        }
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (framework != null && !SLUG.matcher(framework).matches()) {
            errors.add(new FieldError("/framework", "Name the framework by its id."));
        }
        Map<String, @Nullable Given> given = given();
        if (given.size() > ObservationsRecorded.MAX_RATINGS) {
            errors.add(
                    new FieldError("/ratings", "Save at most %d skills.".formatted(ObservationsRecorded.MAX_RATINGS)));
        }
        given.forEach((skill, rating) -> {
            if (!SLUG.matcher(skill).matches()) {
                errors.add(new FieldError("/ratings", "Name every skill by its id."));
            } else if (rating != null) {
                check(rating, "/ratings/" + skill, errors);
            }
        });
        return errors;
    }

    private static void check(Given rating, String at, List<FieldError> errors) {
        String comment = rating.comment();
        if (comment != null && (comment.length() > LONGEST_COMMENT || comment.indexOf('\0') >= 0)) {
            errors.add(new FieldError(
                    at + "/comment", "A comment has at most %d characters and no NUL.".formatted(LONGEST_COMMENT)));
        }
        if (rating.value() != null && !Double.isFinite(rating.value())) {
            errors.add(new FieldError(at + "/value", "Give a number."));
        }
        if (rating.evidence() != null && rating.evidence().size() > MOST_EVIDENCE) {
            errors.add(new FieldError(at + "/evidence", "Name at most %d items.".formatted(MOST_EVIDENCE)));
        }
    }

    Map<String, @Nullable Saved> saved(Instant now) {
        Map<String, @Nullable Saved> saved = new LinkedHashMap<>();
        given().forEach((skill, rating) -> saved.put(skill, rating == null ? null : rating.saved(now)));
        return saved;
    }

    private Map<String, @Nullable Given> given() {
        return ratings == null ? Map.of() : ratings;
    }
}
