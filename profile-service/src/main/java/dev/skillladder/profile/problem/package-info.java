/** What goes wrong and how it is told: RFC 9457 problem details with one shape for all. */
@NullMarked
package dev.skillladder.profile.problem;

import org.jspecify.annotations.NullMarked;
