/** Drafts of reviews: saved skill by skill from any tab or device, submitted as a whole. */
@NullMarked
package dev.skillladder.assessment.reviewdraft;

import org.jspecify.annotations.NullMarked;
