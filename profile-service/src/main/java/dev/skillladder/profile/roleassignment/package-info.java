/** Who works in which role of which framework, since when. */
@NullMarked
package dev.skillladder.profile.roleassignment;

import org.jspecify.annotations.NullMarked;
