package dev.skillladder.assessment.level;

import dev.skillladder.assessment.blindness.Sight;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

    /** As {@link #at(Collection, LocalDate, Instant, Sight)} with everything seen: for decisions, not for readers. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<UUID, PersonAt> at(Collection<UUID> engineers, LocalDate asOf, @Nullable Instant knownAt) {
        return at(engineers, asOf, knownAt, Sight.ALL);
    }

    /**
     * The people who have a role on that day; the others are missing in the answer. Today and coming days come from the
     * stored estimates and everything that is known; a past day, a past knowledge, and people of whom the reader does
     * not see everything yet are computed from the log.
     *
     * @param knownAt only what was recorded up to then counts; null for everything
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<UUID, PersonAt> at(Collection<UUID> engineers, LocalDate asOf, @Nullable Instant knownAt, Sight sight) {
        if (engineers.isEmpty()) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (knownAt != null || asOf.isBefore(today)) {
            return past.at(engineers, asOf, knownAt, sight);
        }
        List<UUID> whole = engineers.stream().filter(sight::isWhole).toList();
        Map<UUID, PersonAt> found =
                new HashMap<>(current.compute(whole, Map.of(), asOf, null).people());
        if (whole.size() < engineers.size()) {
            List<UUID> partly =
                    engineers.stream().filter(one -> !sight.isWhole(one)).toList();
            found.putAll(past.at(partly, asOf, null, sight));
        }
        return found;
    }
}
