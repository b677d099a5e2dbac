package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** A path or query parameter that can be read but makes no sense here. */
public class BadParameter extends Failure {

    public BadParameter(String detail) {
        super(HttpStatus.BAD_REQUEST, "bad-request", detail);
    }
}
