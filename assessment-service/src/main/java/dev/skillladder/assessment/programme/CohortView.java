package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cohort by months and milestones.
 *
 * @param months one per milestone, with how many of those who take part stand where
 * @param participants a page of them, by id; {@code next} as in every list
 */
record CohortView(
        Cohort cohort,
        int size,
        int onTrack,
        int late,
        List<Month> months,
        List<Member> participants,
        @Nullable String next) {

    /** A milestone of the cohort. */
    record Month(int month, Text name, LocalDate dueOn, int reached, int reachedLate, int late, int upcoming) {}

    /** A row: somebody with their milestones and courses; names are null once the person's data was erased. */
    record Member(
            UUID engineer,
            @Nullable Text name,
            @Nullable UUID mentor,
            @Nullable Text mentorName,
            State state,
            long revision,
            Progress progress) {}
}
