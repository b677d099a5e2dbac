/** What differs between two documents, said in typed changes: by names, never by positions. */
@NullMarked
package dev.skillladder.catalog.difference;

import org.jspecify.annotations.NullMarked;
