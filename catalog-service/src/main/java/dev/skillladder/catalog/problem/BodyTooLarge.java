package dev.skillladder.catalog.problem;

import java.io.IOException;

/** A body turned out to be longer than its route allows, while it was read. */
public class BodyTooLarge extends IOException {

    /** Names the limit in bytes. */
    public BodyTooLarge(long limit) {
        super(detail(limit));
    }

    /** The sentence clients read. */
    public static String detail(long limit) {
        return "The body is larger than the " + limit / (1024 * 1024)
                + " MB this endpoint takes. Send less, or split it.";
    }
}
