/** Skills that leave one person's level rule until a day: granted, ended and listed, each with a reason. */
@NullMarked
package dev.skillladder.assessment.exemption;

import org.jspecify.annotations.NullMarked;
