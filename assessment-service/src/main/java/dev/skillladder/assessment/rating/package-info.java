/** What reviews and evidence have in common: ratings of skills under a framework version, on a day. */
@NullMarked
package dev.skillladder.assessment.rating;

import org.jspecify.annotations.NullMarked;
