package dev.skillladder.testsupport;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** One Kafka broker per JVM, started when the first test asks. Topics are shared by everything in the JVM. */
public final class TestKafka {

    private TestKafka() {}

    /** The address as services take it in {@code KAFKA_BOOTSTRAP_SERVERS}. */
    public static String bootstrapServers() {
        return Broker.BOOTSTRAP_SERVERS;
    }

    /** Whether the broker is a container; in this JVM otherwise. */
    public static boolean isContainer() {
        return Containers.used();
    }

    /** Started by the JVM when it is first looked at. */
    private static final class Broker {

        static final String BOOTSTRAP_SERVERS = Containers.used() ? container() : embedded();

        @SuppressWarnings("resource") // lives as long as the JVM
        private static String container() {
            KafkaContainer container = new KafkaContainer(DockerImageName.parse(Containers.KAFKA))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            container.start();
            return container.getBootstrapServers();
        }

        private static String embedded() {
            EmbeddedBroker broker = EmbeddedBroker.onFreePort();
            broker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-kafka"));
            return broker.bootstrapServers();
        }
    }
}
