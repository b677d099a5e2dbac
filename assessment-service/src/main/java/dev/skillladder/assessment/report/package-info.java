/** The level report of everybody, streamed. */
@NullMarked
package dev.skillladder.assessment.report;

import org.jspecify.annotations.NullMarked;
