/** The JSON Schema of a framework's rule, for editors and importers. */
@NullMarked
package dev.skillladder.catalog.ruleschema;

import org.jspecify.annotations.NullMarked;
