/** How much one caller may send: bodies by size, requests by rate. */
@NullMarked
package dev.skillladder.gateway.limit;

import org.jspecify.annotations.NullMarked;
