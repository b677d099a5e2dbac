package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** The body is larger than this path takes. */
public class TooLarge extends Failure {

    public TooLarge(long limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "This path takes at most %d bytes. Send less, or split it.".formatted(limit));
    }
}
