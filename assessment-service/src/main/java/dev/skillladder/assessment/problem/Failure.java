package dev.skillladder.assessment.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a use case refuses to do; its message is for the caller and says what to do. */
abstract class Failure extends RuntimeException {

    private final HttpStatus status;
    private final String name;
    private final transient List<FieldError> errors;

    Failure(HttpStatus status, String name, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.name = name;
        this.errors = List.copyOf(errors);
    }

    Failure(HttpStatus status, String name, String detail) {
        this(status, name, detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    /** Last part of the problem's type. */
    String name() {
        return name;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** What the problem says besides, by name. */
    Map<String, Object> properties() {
        return Map.of();
    }
}
