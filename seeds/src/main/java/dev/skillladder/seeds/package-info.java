/** Reads the seed framework and the demo organisation. */
@NullMarked
package dev.skillladder.seeds;

import org.jspecify.annotations.NullMarked;
