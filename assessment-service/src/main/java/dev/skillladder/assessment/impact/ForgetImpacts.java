package dev.skillladder.assessment.impact;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A run says what would have changed on its day; a season later nobody needs people's names for that. */
@Component
class ForgetImpacts {

    private static final Duration KEPT = Duration.ofDays(90);

    private final ImpactRuns runs;
    private final Clock clock;

    ForgetImpacts(ImpactRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        runs.forget(clock.instant().minus(KEPT));
    }
}
