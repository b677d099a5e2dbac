package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** There is no such thing for this caller. */
public class NotFound extends Failure {

    public NotFound(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", detail);
    }
}
