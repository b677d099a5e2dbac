/** This service's copy of engineers, their lines, teams and roles, fed by profile.engineers. */
@NullMarked
package dev.skillladder.assessment.knownengineer;

import org.jspecify.annotations.NullMarked;
