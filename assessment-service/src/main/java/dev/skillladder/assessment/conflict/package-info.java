/** Declared conflicts of interest: who must not review whom, and why. */
@NullMarked
package dev.skillladder.assessment.conflict;

import org.jspecify.annotations.NullMarked;
