package dev.skillladder.assessment.knownteam;

import dev.skillladder.contract.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as it is now. */
public record KnownTeam(
        UUID team,
        Text name,
        @Nullable UUID parent,
        @Nullable UUID lead,
        boolean closed) {}
