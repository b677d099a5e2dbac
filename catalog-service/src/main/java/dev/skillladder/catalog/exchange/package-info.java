/** Frameworks in files: exports, and imports that are shown before they are applied to a draft. */
@NullMarked
package dev.skillladder.catalog.exchange;

import org.jspecify.annotations.NullMarked;
