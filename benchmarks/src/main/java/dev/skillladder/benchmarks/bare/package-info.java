/** A gateway that only forwards, to compare ours with. */
@NullMarked
package dev.skillladder.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
