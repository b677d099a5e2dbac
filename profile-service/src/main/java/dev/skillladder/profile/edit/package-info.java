/** Repeated and competing writes: revisions as ETags, idempotency keys. */
@NullMarked
package dev.skillladder.profile.edit;

import org.jspecify.annotations.NullMarked;
