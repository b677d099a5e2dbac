/** Self, managers and peers side by side, skill by skill, with the difference to self. */
@NullMarked
package dev.skillladder.assessment.comparison;

import org.jspecify.annotations.NullMarked;
