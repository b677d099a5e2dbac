/** Takes everybody to a newly published framework version, with progress; proves stored results against the log. */
@NullMarked
package dev.skillladder.assessment.recomputation;

import org.jspecify.annotations.NullMarked;
