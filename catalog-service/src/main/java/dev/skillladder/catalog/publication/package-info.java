/** Publishing: a draft becomes an immutable version and an event, in one transaction. */
@NullMarked
package dev.skillladder.catalog.publication;

import org.jspecify.annotations.NullMarked;
