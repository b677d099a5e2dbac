/** Every reason why a document cannot be published, with a pointer to the place. */
@NullMarked
package dev.skillladder.catalog.validation;

import org.jspecify.annotations.NullMarked;
