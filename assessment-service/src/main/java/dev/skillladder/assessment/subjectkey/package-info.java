/** A key per person: what is sealed with it can be read until the key is destroyed, wherever copies of it lie. */
@NullMarked
package dev.skillladder.assessment.subjectkey;

import org.jspecify.annotations.NullMarked;
