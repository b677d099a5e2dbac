package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A header or a query parameter cannot be understood. */
public class BadParameter extends Failure {

    public BadParameter(String detail) {
        super(HttpStatus.BAD_REQUEST, "invalid-parameter", detail, List.of());
    }
}
