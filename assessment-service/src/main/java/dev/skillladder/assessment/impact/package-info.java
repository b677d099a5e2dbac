/** What a draft would do to everybody, found out before it is published; of levels nothing is stored. */
@NullMarked
package dev.skillladder.assessment.impact;

import org.jspecify.annotations.NullMarked;
