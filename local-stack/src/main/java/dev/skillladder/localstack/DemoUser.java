package dev.skillladder.localstack;

import java.util.List;

/**
 * Somebody the demo identity provider knows.
 *
 * @param name user name, the token's {@code sub}
 * @param about who it is and what to look at, in one line
 * @param roles the token's {@code roles}: hr, curator, auditor, operator
 */
public record DemoUser(String name, String about, List<String> roles) {
    public DemoUser {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("user name '" + name + "' must be 1-64 of a-z, 0-9, '.', '_', '-'");
        }
        roles = List.copyOf(roles);
    }

    /** A user without any role, as most engineers are. */
    public static DemoUser named(String name) {
        return new DemoUser(name, "", List.of());
    }
}
