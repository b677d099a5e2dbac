package dev.skillladder.assessment;

import dev.skillladder.testsupport.TestTokens;
import java.util.UUID;

/** Somebody in a test, with a good token. */
public record Person(UUID id, String name) {

    public static Person named(String name) {
        return new Person(UUID.randomUUID(), name);
    }

    /** The person claim. */
    public String identity() {
        return name + "-" + id;
    }

    public String token(String... roles) {
        return TestTokens.token(identity(), roles);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
