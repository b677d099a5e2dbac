/** Competency frameworks as Moodle exports them, in only. */
@NullMarked
package dev.skillladder.catalog.exchange.moodle;

import org.jspecify.annotations.NullMarked;
