/** One problem shape for whatever goes wrong at the door (RFC 9457). */
@NullMarked
package dev.skillladder.gateway.problem;

import org.jspecify.annotations.NullMarked;
