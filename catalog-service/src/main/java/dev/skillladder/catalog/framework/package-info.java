/** Frameworks and their published, immutable versions. */
@NullMarked
package dev.skillladder.catalog.framework;

import org.jspecify.annotations.NullMarked;
