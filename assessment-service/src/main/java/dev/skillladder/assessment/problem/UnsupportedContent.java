package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** The content of a file is of a kind that is not taken. */
public class UnsupportedContent extends Failure {

    public UnsupportedContent(String detail) {
        super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-not-taken", detail);
    }
}
