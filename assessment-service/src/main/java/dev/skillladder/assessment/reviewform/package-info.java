/** The form of a review: everything that its page needs, in one answer. */
@NullMarked
package dev.skillladder.assessment.reviewform;

import org.jspecify.annotations.NullMarked;
