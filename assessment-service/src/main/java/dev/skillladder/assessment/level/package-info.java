/** Where each person stands: levels computed from estimates, stored, kept up to date as time passes, read for any day. */
@NullMarked
package dev.skillladder.assessment.level;

import org.jspecify.annotations.NullMarked;
