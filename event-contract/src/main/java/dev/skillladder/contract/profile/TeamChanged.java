package dev.skillladder.contract.profile;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of one team. Topic {@code profile.teams}, key {@code team}; a reader keeps the highest
 * {@code revision}.
 *
 * @param parent the team above, null for the organisation itself
 * @param lead the engineer who leads it, null while vacant
 */
public record TeamChanged(
        UUID team,
        long revision,
        Instant recordedAt,
        Text name,
        @Nullable UUID parent,
        @Nullable UUID lead,
        boolean closed) {

    public static final String TYPE = "dev.skillladder.profile.team-changed.v1";
}
