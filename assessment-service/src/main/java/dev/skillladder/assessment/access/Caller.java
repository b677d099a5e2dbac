package dev.skillladder.assessment.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a parameter of a controller's method.
 *
 * @param engineer null if the token's person is not linked to an engineer
 * @param roles token roles: {@code hr}, {@code curator}, {@code auditor}, {@code operator}
 * @param subject the person claim
 */
public record Caller(@Nullable UUID engineer, Set<String> roles, String subject) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(UUID person) {
        return person.equals(engineer);
    }

    /** Who did something, as it is kept: the engineer's id, or the account of somebody who is none. */
    public String id() {
        return engineer == null ? subject : engineer.toString();
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
