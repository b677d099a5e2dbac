package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** Somebody else changed the thing since it was read. */
public class ChangedMeanwhile extends Failure {

    public ChangedMeanwhile(String detail) {
        super(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", detail, List.of());
    }
}
