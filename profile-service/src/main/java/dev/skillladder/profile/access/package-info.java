/** Who calls, and whom the caller may see: tokens, roles and the reporting line. */
@NullMarked
package dev.skillladder.profile.access;

import org.jspecify.annotations.NullMarked;
