package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** An edit came without the revision it was based on. */
public class PreconditionMissing extends Failure {

    public PreconditionMissing(String detail) {
        super(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", detail, List.of());
    }
}
