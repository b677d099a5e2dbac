package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a team is.
 *
 * @param team null for participants without a team
 * @param participants who takes part now, or took part to the end; leavers are not among them
 * @param peersWanted how many peers' reviews would be enough: those wanted per participant, times participants
 */
record TeamProgress(
        @Nullable UUID team,
        @Nullable Text name,
        int participants,
        Funnel self,
        Funnel manager,
        Funnel peer,
        int peersWanted) {

    /**
     * Reviews about the team's participants; each number contains the following ones, but for those who are late.
     *
     * @param invited how many were asked for and not declined
     * @param drafted how many were begun
     * @param submitted how many were submitted while the cycle ran
     * @param late how many were not there on the due day
     */
    record Funnel(int invited, int drafted, int submitted, int declined, int late) {}
}
