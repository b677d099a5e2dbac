package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The body is not JSON; the pointer names the value after which reading failed. */
public class MalformedJson extends Failure {

    public MalformedJson(String pointer, String detail) {
        super(HttpStatus.BAD_REQUEST, "malformed-json", detail, List.of(new FieldError(pointer, detail)));
    }
}
