/** Moving to another role: what carries over, what is missing, where a person would land, and who could take an open role. */
@NullMarked
package dev.skillladder.assessment.transfer;

import org.jspecify.annotations.NullMarked;
