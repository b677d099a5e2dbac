/** The service's OpenAPI description, where annotations on endpoints do not reach. */
@NullMarked
package dev.skillladder.catalog.description;

import org.jspecify.annotations.NullMarked;
