/** What tells an open page that something changed, as it happens, on every instance. */
@NullMarked
package dev.skillladder.assessment.live;

import org.jspecify.annotations.NullMarked;
