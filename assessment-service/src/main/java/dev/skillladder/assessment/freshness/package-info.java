/** When what is known about people's skills becomes too old, for a person, a team and everybody. */
@NullMarked
package dev.skillladder.assessment.freshness;

import org.jspecify.annotations.NullMarked;
