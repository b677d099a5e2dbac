/** The same POST sent twice takes effect once and is answered twice. */
@NullMarked
package dev.skillladder.assessment.idempotency;

import org.jspecify.annotations.NullMarked;
