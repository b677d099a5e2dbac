package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** An idempotency key came again with another body. */
public class KeyReused extends Failure {

    public KeyReused(String detail) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", detail);
    }
}
