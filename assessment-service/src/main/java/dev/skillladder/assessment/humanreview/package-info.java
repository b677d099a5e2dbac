/** People for whom the system proposes nothing: only a person's own full review decides their level. */
@NullMarked
package dev.skillladder.assessment.humanreview;

import org.jspecify.annotations.NullMarked;
