package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** The caller has as many of something as one may have. */
public class TooMany extends Failure {

    public TooMany(String name, String detail) {
        super(HttpStatus.TOO_MANY_REQUESTS, name, detail);
    }
}
