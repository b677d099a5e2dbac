package dev.skillladder.delivery;

import dev.skillladder.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics this service answers for as soon as the broker is there, and knows whether it is. */
final class BrokerWatch extends Worker {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Dead letters stay in the database; on the topic long enough for whoever listens. */
    private static final Map<String, String> DEAD_SETTINGS = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", Long.toString(Duration.ofDays(30).toMillis()),
            "max.message.bytes", Integer.toString(Clients.MAX_REQUEST_BYTES));

    private final Clients clients;
    private final Map<String, NewTopic> topics = new LinkedHashMap<>();

    BrokerWatch(Clients clients, DeliverySettings settings, Collection<String> consumed) {
        super("broker-watch", Duration.ofSeconds(5));
        this.clients = clients;
        short replication = settings.replicationFactor();
        settings.owns().forEach(name -> {
            topics.put(
                    name,
                    new NewTopic(name, Topics.PARTITIONS, replication)
                            .configs(Topics.named(name).settings()));
            addDead(name, replication);
        });
        consumed.forEach(name -> addDead(name, replication));
    }

    private void addDead(String topic, short replication) {
        String name = Topics.dead(topic);
        topics.put(name, new NewTopic(name, 1, replication).configs(DEAD_SETTINGS));
    }

    @Override
    protected void work() throws InterruptedException {
        try (Admin admin = clients.admin()) {
            for (KafkaFuture<Void> created :
                    admin.createTopics(topics.values()).values().values()) {
                acceptExisting(created);
            }
            while (running()) {
                get(admin.describeCluster().nodes());
                condition().is("reachable");
                Thread.sleep(INTERVAL);
            }
        }
    }

    private static void acceptExisting(KafkaFuture<Void> created) throws InterruptedException {
        try {
            get(created);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not answer", e.getCause());
        }
    }
}
