/** The shortest proven way to the next level, and what would be if some skills were better. */
@NullMarked
package dev.skillladder.assessment.nextlevel;

import org.jspecify.annotations.NullMarked;
