package dev.skillladder.assessment.rating;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.rating.GivenRatings.Given;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds everything that is wrong with ratings. */
@Component
public class CheckRatings {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    private final KnownFrameworks frameworks;

    CheckRatings(KnownFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * Adds what is wrong to {@code errors}.
     *
     * @return null if version or day are among it
     */
    public @Nullable Frame check(GivenRatings given, LocalDate today, List<FieldError> errors) {
        LocalDate day = given.observedOn() == null ? today : given.observedOn();
        String dayRefusal = Days.refusal(day, today);
        if (dayRefusal != null) {
            errors.add(new FieldError("/observedOn", dayRefusal));
        }
        OptionalInt version = version(given, errors);
        Optional<Rateable> rateable = rateable(given, version, errors);
        checkRatings(given.ratings(), rateable.orElse(null), errors);
        return dayRefusal != null || rateable.isEmpty()
                ? null
                : new Frame(String.valueOf(given.framework()), version.getAsInt(), day, rateable.get());
    }

    private OptionalInt version(GivenRatings given, List<FieldError> errors) {
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

    private Optional<Rateable> rateable(GivenRatings given, OptionalInt version, List<FieldError> errors) {
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String framework = String.valueOf(given.framework());
        Optional<Rateable> rateable = frameworks.rateable(framework, version.getAsInt());
        if (rateable.isEmpty()) {
            errors.add(new FieldError(
                    "/frameworkVersion", "Framework %s has no version %d.".formatted(framework, version.getAsInt())));
        }
        return rateable;
    }

    private static void checkRatings(
            @Nullable List<? extends @Nullable Given> ratings, @Nullable Rateable rateable, List<FieldError> errors) {
        if (ratings == null || ratings.isEmpty() || ratings.size() > ObservationsRecorded.MAX_RATINGS) {
            errors.add(new FieldError("/ratings", "Give 1 to %d ratings.".formatted(ObservationsRecorded.MAX_RATINGS)));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ratings.size(); i++) {
            Given rating = ratings.get(i);
            String at = "/ratings/" + i;
            if (rating == null) {
                errors.add(new FieldError(at, "A rating is an object with skill and value."));
            } else {
                checkSkill(rating.skill(), at + "/skill", rateable, seen, errors);
                if (rating.needsValue()) {
                    checkValue(rating.value(), at + "/value", rateable, errors);
                } else if (rating.value() != null) {
                    errors.add(new FieldError(at + "/value", "Leave the value out, or answer VALUE."));
                }
            }
        }
    }

    private static void checkSkill(
            @Nullable String skill, String at, @Nullable Rateable rateable, Set<String> seen, List<FieldError> errors) {
        if (skill == null) {
            errors.add(new FieldError(at, "Name the skill by its id."));
        } else if (!seen.add(skill)) {
            errors.add(new FieldError(at, "Skill %s is rated twice.".formatted(skill)));
        } else if (rateable != null && !rateable.hasSkill(skill)) {
            errors.add(new FieldError(at, "There is no skill %s in this framework version.".formatted(skill)));
        }
    }

    private static void checkValue(
            @Nullable Double value, String at, @Nullable Rateable rateable, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(at, "Give a value on the framework's scale."));
        } else if (rateable != null) {
            String refusal = rateable.refusal(value);
            if (refusal != null) {
                errors.add(new FieldError(at, refusal));
            }
        }
    }
}
