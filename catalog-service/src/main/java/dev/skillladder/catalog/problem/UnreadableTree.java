package dev.skillladder.catalog.problem;

import tools.jackson.core.JacksonException;

/** What a request makes of stored JSON, or a file, does not have the shape it must have. */
public class UnreadableTree extends RuntimeException {

    /** With the place and the reason as Jackson told them. */
    public UnreadableTree(JacksonException cause) {
        super(cause);
    }
}
