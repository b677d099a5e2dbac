/** Reviews: one person's ratings of one person, which become observations when submitted. */
@NullMarked
package dev.skillladder.assessment.review;

import org.jspecify.annotations.NullMarked;
