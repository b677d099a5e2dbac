package dev.skillladder.catalog.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that is understood and not carried out.
 *
 * @see #Refusal(HttpStatus, String, String, List)
 */
public class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String name;
    private final transient List<Fault> faults;

    /**
     * Refuses a request.
     *
     * @param name last part of the problem's {@code type}, for example {@code draft-not-found}
     * @param detail what happened and what to do
     * @param faults the places in the input that are wrong; empty if it is not about a place
     */
    public Refusal(HttpStatus status, String name, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.name = name;
        this.faults = List.copyOf(faults);
    }

    /** Refuses a request for a reason that is not about one place of the input. */
    public Refusal(HttpStatus status, String name, String detail) {
        this(status, name, detail, List.of());
    }

    /** What was asked for is not there. */
    public static Refusal notFound(String name, String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, name, detail);
    }

    /** A query parameter or header that makes no sense. */
    public static Refusal badRequest(String name, String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, name, detail);
    }

    Problem problem() {
        return Problem.of(status, name, String.valueOf(getMessage())).with(faults);
    }
}
