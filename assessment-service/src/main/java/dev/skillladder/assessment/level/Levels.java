package dev.skillladder.assessment.level;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Where people stand on any day, as known now or at an earlier instant. */
@Component
public class Levels {

    private final CurrentLevels current;
    private final PastLevels past;
    private final Clock clock;

    Levels(CurrentLevels current, PastLevels past, Clock clock) {
        this.current = current;
        this.past = past;
        this.clock = clock;
    }

    /**
     * The people who have a role on that day; the others are missing in the answer. Today and coming days come from the
     * stored estimates and everything that is known; a past day, or a past knowledge, is computed from the log.
     *
     * @param knownAt only what was recorded up to then counts; null for everything
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<UUID, PersonAt> at(Collection<UUID> engineers, LocalDate asOf, @Nullable Instant knownAt) {
        if (engineers.isEmpty()) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return knownAt == null && !asOf.isBefore(today)
                ? current.compute(engineers, Map.of(), asOf, null).people()
                : past.at(engineers, asOf, knownAt);
    }
}
