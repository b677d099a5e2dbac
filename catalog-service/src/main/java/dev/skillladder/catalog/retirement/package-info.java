/** Retiring a framework without losing anything of it, and taking it back. */
@NullMarked
package dev.skillladder.catalog.retirement;

import org.jspecify.annotations.NullMarked;
