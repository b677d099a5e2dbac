package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** A header or parameter that cannot be read. */
public class BadRequest extends Failure {

    public BadRequest(String detail) {
        super(HttpStatus.BAD_REQUEST, "bad-request", detail);
    }
}
