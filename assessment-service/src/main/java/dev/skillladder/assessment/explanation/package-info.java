/** Why a level is what it is: every input with its weight, as data and as one sentence per skill in zh and en. */
@NullMarked
package dev.skillladder.assessment.explanation;

import org.jspecify.annotations.NullMarked;
