package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** The body is larger than this endpoint takes. */
public class TooLarge extends Failure {

    public TooLarge(String detail) {
        super(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail);
    }
}
