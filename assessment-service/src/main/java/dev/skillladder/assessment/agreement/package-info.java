/** How far raters agree, and how strict each is: numbers about ratings, which change none of them. */
@NullMarked
package dev.skillladder.assessment.agreement;

import org.jspecify.annotations.NullMarked;
