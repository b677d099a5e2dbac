/** What people decide about levels: confirmations and rejections with a reason, and what the system proposes to decide. */
@NullMarked
package dev.skillladder.assessment.decision;

import org.jspecify.annotations.NullMarked;
