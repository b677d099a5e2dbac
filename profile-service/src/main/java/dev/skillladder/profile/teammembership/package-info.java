/** Who works in which team, since when. */
@NullMarked
package dev.skillladder.profile.teammembership;

import org.jspecify.annotations.NullMarked;
