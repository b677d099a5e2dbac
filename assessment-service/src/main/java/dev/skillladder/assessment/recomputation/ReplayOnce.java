package dev.skillladder.assessment.recomputation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code java -jar assessment-service.jar --replay}: starts, replays once, tells the comparison, goes on serving. */
@Component
class ReplayOnce implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayOnce.class);

    private final Replay replay;

    ReplayOnce(Replay replay) {
        this.replay = replay;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("replay")) {
            Replay.Comparison comparison = replay.compare(null);
            if (comparison.isEqual()) {
                LOG.info("the replay gives the same: {}", comparison);
            } else {
                LOG.error("the replay gives something else: {}", comparison);
            }
        }
    }
}
