package dev.skillladder.catalog.retirement;

import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.history.Entry;
import dev.skillladder.catalog.history.Happening;
import dev.skillladder.catalog.history.History;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a framework's work, or takes it up again; the same again changes nothing. */
@Component
class RetireFramework {

    private final Frameworks frameworks;
    private final History history;
    private final Clock clock;

    RetireFramework(Frameworks frameworks, History history, Clock clock) {
        this.frameworks = frameworks;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    void retire(String framework, String reason, String person) {
        frameworks.lock(framework);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (frameworks.retire(framework, now)) {
            remember(framework, Happening.RETIRED, reason, now, person);
        }
    }

    @Transactional
    void reactivate(String framework, String reason, String person) {
        frameworks.lock(framework);
        if (frameworks.reactivate(framework)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            remember(framework, Happening.REACTIVATED, reason, now, person);
        }
    }

    private void remember(String framework, Happening what, String reason, Instant at, String person) {
        history.add(new Entry(framework, what, null, null, null, reason, at, person), List.of());
    }
}
