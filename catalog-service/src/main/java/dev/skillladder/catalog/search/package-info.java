/** Finding skills by id, name and synonym in both languages, by pinyin, and with typing errors. */
@NullMarked
package dev.skillladder.catalog.search;

import org.jspecify.annotations.NullMarked;
