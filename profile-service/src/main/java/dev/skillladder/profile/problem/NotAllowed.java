package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The caller may not do this, or not to this person; answers alike whether the person exists or not. */
public class NotAllowed extends Failure {

    public NotAllowed(String detail) {
        super(HttpStatus.FORBIDDEN, "not-allowed", detail, List.of());
    }
}
