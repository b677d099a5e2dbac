package dev.skillladder.delivery;

import dev.skillladder.contract.Topics;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code skill-ladder.delivery.*}; README.md says what each is for.
 *
 * @param bootstrapServers brokers; {@code KAFKA_BOOTSTRAP_SERVERS}
 * @param replicationFactor copies of each topic this service creates; {@code KAFKA_REPLICATION_FACTOR}
 * @param owns topics this service creates and may write to
 * @param path where the dead letters are mounted: {@code /api/<path>/dead-letters}
 * @param poll how often the outbox is looked at when nothing wakes the relay
 * @param takeover how often a passive instance asks whether it may become the active relay
 * @param relayBatch most rows the relay sends before it waits for acknowledgements
 * @param maxPollRecords most records taken in by one transaction
 * @param drainBatch most released events taken in by one transaction
 * @param outboxAgeLimit health is DOWN when the oldest unsent event is older
 * @param maxBackOff longest pause before a failed attempt is made again
 */
@ConfigurationProperties("skill-ladder.delivery")
record DeliverySettings(
        String bootstrapServers,
        short replicationFactor,
        @DefaultValue List<String> owns,
        String path,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1s") Duration takeover,
        @DefaultValue("2000") int relayBatch,
        @DefaultValue("1000") int maxPollRecords,
        @DefaultValue("500") int drainBatch,
        @DefaultValue("1m") Duration outboxAgeLimit,
        @DefaultValue("30s") Duration maxBackOff) {

    DeliverySettings {
        require(!bootstrapServers.isBlank(), "bootstrap-servers", bootstrapServers, "host:port, …");
        require(replicationFactor > 0, "replication-factor", replicationFactor, "at least 1");
        owns = List.copyOf(owns);
        owns.forEach(Topics::named);
        require(path.matches("[a-z-]+"), "path", path, "one path segment");
        requirePositive("poll", poll);
        requirePositive("takeover", takeover);
        requireCount("relay-batch", relayBatch);
        requireCount("max-poll-records", maxPollRecords);
        requireCount("drain-batch", drainBatch);
        requirePositive("outbox-age-limit", outboxAgeLimit);
        requirePositive("max-back-off", maxBackOff);
    }

    private static void requireCount(String name, int value) {
        require(value >= 1 && value <= 10_000, name, value, "between 1 and 10000");
    }

    private static void requirePositive(String name, Duration value) {
        require(value.isPositive(), name, value, "longer than zero");
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "skill-ladder.delivery." + name + " is '" + value + "'; it must be " + expected);
        }
    }
}
