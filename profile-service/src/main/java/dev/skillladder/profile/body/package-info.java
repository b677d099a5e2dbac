/** Request bodies: read whole, checked field by field, everything wrong reported at once. */
@NullMarked
package dev.skillladder.profile.body;

import org.jspecify.annotations.NullMarked;
