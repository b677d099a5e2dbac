/** Objections of engineers to one line of their explanation: decided by a second person, they freeze the proposal until then. */
@NullMarked
package dev.skillladder.assessment.contest;

import org.jspecify.annotations.NullMarked;
