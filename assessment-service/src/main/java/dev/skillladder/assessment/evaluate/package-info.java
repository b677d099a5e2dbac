/** The what-if: a framework, a role and observations in, the level with its explanation out; stores nothing. */
@NullMarked
package dev.skillladder.assessment.evaluate;

import org.jspecify.annotations.NullMarked;
