package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.programme.Participant.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to change about a participant; what is left out stays. */
record ChangedParticipant(
        @Nullable UUID mentor,
        @Nullable State state,
        @Nullable String reason) {}
