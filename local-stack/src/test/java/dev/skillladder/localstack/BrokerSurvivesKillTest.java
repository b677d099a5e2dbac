package dev.skillladder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSurvivesKillTest {
    private static final TopicPartition KEPT = new TopicPartition("kept", 0);

    @TempDir
    private Path home;

    @Test
    void keepsWhatItAcknowledged() throws Exception {
        var settings = Settings.standard().in(home).onFreePorts().only(Part.KAFKA);
        try (var stack = LocalStack.start(settings)) {
            createTopic(stack);
            send(stack, "before");
            stack.kill(Part.KAFKA);
            stack.start(Part.KAFKA);
            send(stack, "after");
            assertThat(read(stack, 2)).containsExactly("before", "after");
        }
    }

    private static void createTopic(LocalStack stack) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(bootstrap(stack))) {
            admin.createTopics(List.of(new NewTopic(KEPT.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(LocalStack stack, String value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(bootstrap(stack), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(KEPT.topic(), value)).get();
        }
    }

    private static List<String> read(LocalStack stack, int count) {
        try (var consumer = new KafkaConsumer<>(bootstrap(stack), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(KEPT));
            consumer.seekToBeginning(List.of(KEPT));
            var values = new ArrayList<String>();
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static Map<String, Object> bootstrap(LocalStack stack) {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }
}
