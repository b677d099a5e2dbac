/** Requests for reviews: who was asked to review whom, and what became of it. */
@NullMarked
package dev.skillladder.assessment.reviewrequest;

import org.jspecify.annotations.NullMarked;
