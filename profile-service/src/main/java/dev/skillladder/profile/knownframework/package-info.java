/** The local copy of published frameworks: which roles exist. */
@NullMarked
package dev.skillladder.profile.knownframework;

import org.jspecify.annotations.NullMarked;
