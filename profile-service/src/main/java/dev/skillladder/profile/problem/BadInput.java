package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that can be read but not accepted, with everything that is wrong with it. */
public class BadInput extends Failure {

    public BadInput(List<FieldError> errors) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", summary(errors), errors);
    }

    public BadInput(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    private static String summary(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().detail()
                : errors.size() + " values cannot be accepted; correct each of them and send the request again.";
    }
}
