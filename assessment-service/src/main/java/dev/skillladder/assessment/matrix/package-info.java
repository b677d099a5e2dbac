/** The team matrix: people by skills, with what the team holds together. */
@NullMarked
package dev.skillladder.assessment.matrix;

import org.jspecify.annotations.NullMarked;
