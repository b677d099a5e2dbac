package dev.skillladder.assessment.level;

import dev.skillladder.assessment.knownengineer.Role;
import org.jspecify.annotations.Nullable;

/**
 * By which rules a person is judged.
 *
 * @param version of the role's framework
 * @param anew the stored estimates of this framework were made by other parameters, or not looked after: make them again
 */
record Standing(Role role, int version, boolean anew) {

    boolean isIn(@Nullable String framework) {
        return role.framework().equals(framework);
    }
}
