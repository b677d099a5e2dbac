/** Who changed what in a framework, when, from what to what; outlives the drafts. */
@NullMarked
package dev.skillladder.catalog.history;

import org.jspecify.annotations.NullMarked;
