package dev.skillladder.catalog.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells which place of a body could not be read, and why, without naming our classes. */
final class UnreadableBody {

    private static final Pattern NULL_INTO = Pattern.compile("Cannot map `null` into type `?(\\w+)`?.*");

    private UnreadableBody() {}

    static Problem problem(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BodyTooLarge large) {
                return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", String.valueOf(large.getMessage()));
            }
        }
        if (cause instanceof JacksonException unreadable) {
            return ofJson(unreadable);
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST, "malformed-body", "The body is missing or cannot be read. Send a JSON object.");
    }

    private static Problem ofJson(JacksonException unreadable) {
        String place = unreadable instanceof StreamReadException && unreadable.getLocation() != null
                ? " at line %d, column %d"
                        .formatted(
                                unreadable.getLocation().getLineNr(),
                                unreadable.getLocation().getColumnNr())
                : "";
        String reason = reason(unreadable);
        boolean broken = unreadable instanceof StreamReadException;
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        broken ? "malformed-json" : "wrong-type",
                        broken
                                ? "The body is not valid JSON" + place + ": " + reason + "."
                                : "The body does not have the expected shape; see errors. " + reason + ".")
                .with(List.of(new Fault(pointer(unreadable), reason, null)));
    }

    private static String reason(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "Unknown property '" + unknown.getPropertyName() + "'";
        }
        if (unreadable instanceof InvalidFormatException format && format.getTargetType() != null) {
            return "'" + shortened(String.valueOf(format.getValue())) + "' is not " + words(format.getTargetType());
        }
        String message = String.valueOf(unreadable.getOriginalMessage());
        Matcher absent = NULL_INTO.matcher(message);
        if (absent.matches()) {
            return "A value is missing here";
        }
        if (unreadable instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "Expected " + words(mismatch.getTargetType());
        }
        return shortened(message.lines().findFirst().orElse("unreadable"));
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static String pointer(JacksonException unreadable) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
