package dev.skillladder.assessment.programme;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a participant has come. */
record Progress(Track track, List<Step> milestones, List<CourseDone> courses) {

    /** In one word. */
    enum Track {
        /** No milestone is late. */
        ON_TRACK,
        /** A milestone's day has passed without it. */
        LATE,
        /** Every milestone is reached. */
        COMPLETE
    }

    /** How a milestone stands. */
    enum Status {
        /** Reached on its day, or ahead of it. */
        REACHED,
        /** Not reached on its day, but now. */
        REACHED_LATE,
        /** Its day has passed without it. */
        LATE,
        /** Its day is still to come. */
        UPCOMING
    }

    /**
     * A milestone.
     *
     * @param level expected, null if only proficiencies are; {@code levelReached}: verified or confirmed
     * @param missing skills whose proficiency is not reached, on the day that counts
     */
    record Step(
            int month,
            Text name,
            LocalDate dueOn,
            Status status,
            @Nullable String level,
            boolean levelReached,
            List<String> missing) {}

    /** A tool course; {@code doneOn} is the day of the evidence handed in, null while there is none. */
    record CourseDone(String course, Text name, @Nullable LocalDate doneOn, boolean verified) {}
}
