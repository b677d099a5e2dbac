/** How observations follow the skills that a newer framework version split, merged or replaced; the log stays as it is. */
@NullMarked
package dev.skillladder.assessment.mapping;

import org.jspecify.annotations.NullMarked;
