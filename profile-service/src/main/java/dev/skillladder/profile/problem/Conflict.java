package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** What others hold already does not allow this. */
public class Conflict extends Failure {

    public Conflict(String detail, List<FieldError> errors) {
        super(HttpStatus.CONFLICT, "conflict", detail, errors);
    }
}
