package dev.skillladder.assessment.evaluate;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What is wrong with one case, each with its pointer into the whole body. */
final class Errors {

    private final String prefix;
    private final List<FieldError> found = new ArrayList<>();

    // prefix: pointer of the case, empty or /7 in an array
    Errors(String prefix) {
        this.prefix = prefix;
    }

    void add(String pointer, String detail) {
        found.add(new FieldError(prefix + pointer, detail));
    }

    /** Adds what a JSON reader says about the value at the pointer. */
    void add(String pointer, JacksonException failure) {
        var at = new StringBuilder(pointer);
        for (var step : failure.getPath()) {
            at.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? step.getIndex()
                                    : step.getPropertyName().replace("~", "~0").replace("/", "~1"));
        }
        add(at.toString(), failure.getOriginalMessage());
    }

    /** The value, or an error that it is missing. */
    <T> @Nullable T required(String pointer, @Nullable T value) {
        if (value == null) {
            add(pointer, "This is needed.");
        }
        return value;
    }

    boolean any() {
        return !found.isEmpty();
    }

    BadInput refused() {
        return new BadInput(found);
    }

    List<FieldError> found() {
        return List.copyOf(found);
    }
}
