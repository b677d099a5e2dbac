package dev.skillladder.profile.access;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a parameter of a controller's method.
 *
 * @param engineer null if the token's person is not linked to an engineer
 * @param roles token roles: {@code hr}, {@code curator}, {@code auditor}, {@code operator}
 * @param person the person claim
 */
@Hidden
public record Caller(@Nullable UUID engineer, Set<String> roles, String person) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller may see everybody. */
    public boolean seesAll() {
        return roles.contains("hr");
    }

    boolean is(UUID somebody) {
        return somebody.equals(engineer);
    }
}
