/** This service's copy of teams, fed by profile.teams. */
@NullMarked
package dev.skillladder.assessment.knownteam;

import org.jspecify.annotations.NullMarked;
