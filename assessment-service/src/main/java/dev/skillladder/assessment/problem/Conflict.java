package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** The thing is in a state that does not allow this. */
public class Conflict extends Failure {

    public Conflict(String detail) {
        super(HttpStatus.CONFLICT, "conflict", detail);
    }
}
