package dev.skillladder.assessment.level;

import dev.skillladder.assessment.knownengineer.Role;

/**
 * By which rules a person is judged.
 *
 * @param version of the role's framework
 * @param anew the stored estimates of this framework were made by other parameters, or not looked after: make them again
 */
record Standing(Role role, int version, boolean anew) {

    boolean isIn(String framework) {
        return role.framework().equals(framework);
    }
}
