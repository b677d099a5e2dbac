/** Teams: a tree with a lead each. */
@NullMarked
package dev.skillladder.profile.team;

import org.jspecify.annotations.NullMarked;
