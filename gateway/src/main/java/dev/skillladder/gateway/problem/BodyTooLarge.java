package dev.skillladder.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request carries more than its path takes. */
public class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    public BodyTooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** How it is told. */
    public Problem problem(HttpServletRequest request) {
        return Problem.with(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "This path takes at most " + limit + " bytes (" + limit / (1 << 20) + " MB). Send less, or split it.");
    }
}
