package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What a use case refuses to do; its message is for the caller and says what to do. */
public abstract class Failure extends RuntimeException {

    private final HttpStatus status;
    private final String name;
    private final transient List<FieldError> errors;

    Failure(HttpStatus status, String name, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.name = name;
        this.errors = List.copyOf(errors);
    }

    public HttpStatus status() {
        return status;
    }

    /** Last part of the problem's type. */
    String name() {
        return name;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}
