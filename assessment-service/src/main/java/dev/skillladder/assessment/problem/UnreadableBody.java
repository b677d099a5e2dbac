package dev.skillladder.assessment.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A body that is no JSON, or JSON of another shape. */
class UnreadableBody extends Failure {

    private UnreadableBody(String detail, List<FieldError> errors) {
        super(HttpStatus.BAD_REQUEST, "malformed-json", detail, errors);
    }

    static UnreadableBody of(HttpMessageNotReadableException failure) {
        return switch (failure.getCause()) {
            case UnrecognizedPropertyException unknown ->
                at(
                        unknown,
                        "There is no '%s' here; known are %s.".formatted(unknown.getPropertyName(), known(unknown)));
            case MismatchedInputException mismatch ->
                at(mismatch, sentence(Rejected.expected(mismatch.getTargetType())));
            case JacksonException broken
            when !broken.getPath().isEmpty() && broken.getCause() != null ->
                at(broken, "This value cannot be read; see /v3/api-docs for what is needed.");
            case JacksonException broken -> new UnreadableBody("The body is not JSON" + where(broken) + ".", List.of());
            case null, default -> new UnreadableBody("A JSON body is needed.", List.of());
        };
    }

    private static UnreadableBody at(JacksonException failure, String detail) {
        return new UnreadableBody(
                "The body has another shape than this path takes" + where(failure) + ".",
                List.of(new FieldError(pointer(failure), detail)));
    }

    /** RFC 6901. */
    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String where(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "none"
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
