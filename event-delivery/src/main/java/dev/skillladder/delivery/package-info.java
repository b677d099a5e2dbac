/** How events are told: outbox and relay on the way out, exactly-once consumer with pending and dead events on the way in. */
@NullMarked
package dev.skillladder.delivery;

import org.jspecify.annotations.NullMarked;
