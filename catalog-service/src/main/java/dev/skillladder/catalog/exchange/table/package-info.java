/** Skills, behaviours and requirements as tables: CSV and XLSX, in and out. */
@NullMarked
package dev.skillladder.catalog.exchange.table;

import org.jspecify.annotations.NullMarked;
