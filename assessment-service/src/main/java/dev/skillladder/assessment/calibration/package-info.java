/** Sessions in which raters compare what they said; a change counts once rater and lead have signed it. */
@NullMarked
package dev.skillladder.assessment.calibration;

import org.jspecify.annotations.NullMarked;
