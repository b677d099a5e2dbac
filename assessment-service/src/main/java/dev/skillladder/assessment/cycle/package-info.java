/** Review cycles: a period in which chosen people are reviewed, who takes part, and how far they are. */
@NullMarked
package dev.skillladder.assessment.cycle;

import org.jspecify.annotations.NullMarked;
