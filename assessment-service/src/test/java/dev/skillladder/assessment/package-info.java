/** The running service on a clock that stands still, and facts to feed it. */
@NullMarked
package dev.skillladder.assessment;

import org.jspecify.annotations.NullMarked;
