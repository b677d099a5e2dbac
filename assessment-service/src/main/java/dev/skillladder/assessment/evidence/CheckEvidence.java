package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.rating.CheckRatings;
import dev.skillladder.assessment.rating.Frame;
import dev.skillladder.assessment.rating.GivenRatings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks everything about evidence and tells all that is wrong at once. */
@Component
class CheckEvidence {

    private static final int MAX_TITLE = 200;
    private static final int MAX_LINK = 2_000;

    private final CheckRatings ratings;

    CheckEvidence(CheckRatings ratings) {
        this.ratings = ratings;
    }

    Frame check(NewEvidence given, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (given.kind() == null) {
            errors.add(new FieldError(
                    "/kind", "Say what it is: RESEARCH, OPEN_SOURCE, PROJECT, DEEP_STUDY or TOOL_COURSE."));
        }
        checkTitle(given.title(), errors);
        checkLink(given.link(), errors);
        Frame frame = ratings.check(
                new GivenRatings(given.framework(), given.frameworkVersion(), given.observedOn(), given.ratings()),
                today,
                errors);
        checkValidUntil(given.validUntil(), given.observedOn() == null ? today : given.observedOn(), errors);
        if (!errors.isEmpty() || frame == null) {
            throw new BadInput(errors);
        }
        return frame;
    }

    private static void checkTitle(@Nullable String title, List<FieldError> errors) {
        if (title == null || title.isBlank() || title.length() > MAX_TITLE || title.indexOf('\0') >= 0) {
            errors.add(new FieldError("/title", "Give a title of at most %d characters.".formatted(MAX_TITLE)));
        }
    }

    private static void checkLink(@Nullable String link, List<FieldError> errors) {
        if (link != null && !isWebAddress(link)) {
            errors.add(new FieldError(
                    "/link",
                    "A link starts with https:// or http:// and has at most %d characters.".formatted(MAX_LINK)));
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return link.length() <= MAX_LINK
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static void checkValidUntil(@Nullable LocalDate validUntil, LocalDate day, List<FieldError> errors) {
        if (validUntil != null && (validUntil.isBefore(day) || validUntil.getYear() > 9999)) {
            errors.add(new FieldError("/validUntil", "The last day it counts cannot lie before %s.".formatted(day)));
        }
    }
}
