/** Marks on texts whose one language changed and whose other was not looked at since. */
@NullMarked
package dev.skillladder.catalog.freshness;

import org.jspecify.annotations.NullMarked;
