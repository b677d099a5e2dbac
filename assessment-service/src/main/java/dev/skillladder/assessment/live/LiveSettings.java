package dev.skillladder.assessment.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of server-sent events.
 *
 * @param heartbeat longest silence of a stream, default 15 seconds
 * @param perPerson most streams of one person on one instance, default 10
 * @param kept how long a page may be away and resume where it was, default 10 minutes
 * @param remembered most changed levels an instance remembers for that, default 10,000
 */
@ConfigurationProperties("assessment.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10") int perPerson,
        @DefaultValue("10m") Duration kept,
        @DefaultValue("10000") int remembered) {

    LiveSettings {
        if (!heartbeat.isPositive() || perPerson < 1 || kept.compareTo(StoredChanges.OVERLAP) < 0 || remembered < 1) {
            throw new IllegalArgumentException(
                    "assessment.live: heartbeat, per-person and remembered must be positive, kept at least %s"
                            .formatted(StoredChanges.OVERLAP));
        }
    }
}
