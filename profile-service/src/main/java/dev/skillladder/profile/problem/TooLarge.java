package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The body is larger than this service takes. */
public class TooLarge extends Failure {

    public TooLarge(String detail) {
        super(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail, List.of());
    }
}
