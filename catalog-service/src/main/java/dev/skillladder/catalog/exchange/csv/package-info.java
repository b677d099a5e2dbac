/** CSV as people save it: any of three separators, with or without byte order mark, never without limits. */
@NullMarked
package dev.skillladder.catalog.exchange.csv;

import org.jspecify.annotations.NullMarked;
