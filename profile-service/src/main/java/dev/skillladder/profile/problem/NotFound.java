package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** There is no such thing. */
public class NotFound extends Failure {

    public NotFound(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", detail, List.of());
    }
}
