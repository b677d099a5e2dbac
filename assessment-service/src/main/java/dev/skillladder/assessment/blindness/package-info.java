/** What a reader must not see yet: a self-review before one's own review, peers before there are three of them. */
@NullMarked
package dev.skillladder.assessment.blindness;

import org.jspecify.annotations.NullMarked;
