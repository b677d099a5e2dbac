/** Requests that a client repeats under the same Idempotency-Key take effect once. */
@NullMarked
package dev.skillladder.catalog.repeat;

import org.jspecify.annotations.NullMarked;
