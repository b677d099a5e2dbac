/** JSON Patch (RFC 6902) on Jackson's trees. */
@NullMarked
package dev.skillladder.catalog.patch;

import org.jspecify.annotations.NullMarked;
