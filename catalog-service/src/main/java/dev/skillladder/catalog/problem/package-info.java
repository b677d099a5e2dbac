/** One problem shape for everything that goes wrong, RFC 9457. */
@NullMarked
package dev.skillladder.catalog.problem;

import org.jspecify.annotations.NullMarked;
