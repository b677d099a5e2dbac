/** Engineers: who works here, with the whole state that others are told. */
@NullMarked
package dev.skillladder.profile.engineer;

import org.jspecify.annotations.NullMarked;
