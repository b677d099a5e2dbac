package dev.skillladder.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says what is wrong with delivery; a dead letter alone is not, it is only counted. */
final class DeliveryHealth extends AbstractHealthIndicator {

    private final Delivery delivery;
    private final Backlog backlog;
    private final Duration ageLimit;

    DeliveryHealth(Delivery delivery, Backlog backlog, Duration ageLimit) {
        super("event delivery cannot be examined");
        this.delivery = delivery;
        this.backlog = backlog;
        this.ageLimit = ageLimit;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Backlog.Counts counts = backlog.now();
        health.up();
        tell(health, "broker", delivery.broker().condition().view());
        tell(health, "relay", delivery.relay().condition().view());
        tell(health, "pendingDrain", delivery.drain().condition().view());
        for (TopicConsumer consumer : delivery.consumers()) {
            tell(health, consumer.topic(), consumer.condition().view());
        }
        if (counts.oldest().compareTo(ageLimit) > 0) {
            health.down()
                    .withDetail(
                            "outbox",
                            "the oldest event has waited " + counts.oldest().toSeconds() + " s");
        }
        health.withDetail("outboxEvents", counts.outbox())
                .withDetail("pendingEvents", counts.pending())
                .withDetail("deadLetters", counts.dead());
    }

    private static void tell(Health.Builder health, String part, Condition.View view) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("state", view.state());
        if (view.error() != null) {
            detail.put("error", view.error());
            detail.put("failures", view.failures());
        }
        health.withDetail(part, detail);
        if (view.isAlarming()) {
            health.down();
        }
    }
}
