/** Frameworks: drafts, versions, validation, publishing, search. */
@NullMarked
package dev.skillladder.catalog;

import org.jspecify.annotations.NullMarked;
