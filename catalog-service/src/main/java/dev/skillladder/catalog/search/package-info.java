/** Finding skills by id, name and synonym in both languages. */
@NullMarked
package dev.skillladder.catalog.search;

import org.jspecify.annotations.NullMarked;
