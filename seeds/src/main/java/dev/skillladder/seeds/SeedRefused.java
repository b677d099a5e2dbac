package dev.skillladder.seeds;

import org.jspecify.annotations.Nullable;

/** Something of the seed data was not accepted; the message names the request and what the service said. */
public final class SeedRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    SeedRefused(String message) {
        super(message);
    }

    SeedRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
