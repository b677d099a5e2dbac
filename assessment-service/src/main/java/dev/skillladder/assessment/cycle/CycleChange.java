package dev.skillladder.assessment.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a cycle.
 *
 * @param to the cycle's last day after the change
 * @param reason null where none is asked for
 * @param by person claim, or {@code skill-ladder} where the day alone did it
 */
record CycleChange(
        UUID id, What what, LocalDate to, @Nullable String reason, String by, Instant at) {

    /** Who changes a cycle because a day has come. */
    static final String BY_DAY = "skill-ladder";

    /** Kind of a change. */
    enum What {
        /** HR made it. */
        CREATED,
        /** Its first day came. */
        OPENED,
        /** Name, participants, peers or reminders changed. */
        EDITED,
        /** Its last or due day moved. */
        EXTENDED,
        /** It ended. */
        CLOSED,
        /** It runs again. */
        REOPENED,
        /** Everybody with open tasks was reminded. */
        REMINDED
    }
}
