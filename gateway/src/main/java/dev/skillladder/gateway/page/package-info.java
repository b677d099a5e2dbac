/** Hands out the pages, which are built in {@code web/}. */
@NullMarked
package dev.skillladder.gateway.page;

import org.jspecify.annotations.NullMarked;
