/** What the product promises about speed and size, measured as ratios within one run. */
@NullMarked
package dev.skillladder.benchmarks;

import org.jspecify.annotations.NullMarked;
