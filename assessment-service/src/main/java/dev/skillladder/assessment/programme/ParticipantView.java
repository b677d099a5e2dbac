package dev.skillladder.assessment.programme;

import dev.skillladder.contract.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One participant with their programme, for the person, their mentor, managers above and HR. */
record ParticipantView(
        UUID engineer,
        @Nullable Text name,
        Cohort cohort,
        @Nullable UUID mentor,
        @Nullable Text mentorName,
        Participant.State state,
        long revision,
        Progress progress) {}
