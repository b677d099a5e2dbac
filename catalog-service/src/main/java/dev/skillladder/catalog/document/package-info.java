/** Framework documents as canonical JSON, with their digest. */
@NullMarked
package dev.skillladder.catalog.document;

import org.jspecify.annotations.NullMarked;
