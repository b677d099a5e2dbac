/** Stories through the gateway only, on a whole installation. */
@NullMarked
package dev.skillladder.endtoend;

import org.jspecify.annotations.NullMarked;
