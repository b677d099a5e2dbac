package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** An idempotency key came again with another body. */
public class KeyReused extends Failure {

    public KeyReused(String detail) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", detail, List.of());
    }
}
