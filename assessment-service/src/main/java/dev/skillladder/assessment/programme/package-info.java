/** The growth programme for newcomers: cohorts, admission by an ability check that a person decides, milestones, mentors. */
@NullMarked
package dev.skillladder.assessment.programme;

import org.jspecify.annotations.NullMarked;
