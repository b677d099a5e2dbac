package dev.skillladder.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class StackTest {

    @Test
    void everyDatabaseIsNewAndEmpty() throws Exception {
        TestPostgres.Database first = TestPostgres.database("stack");
        TestPostgres.Database second = TestPostgres.database("stack");

        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        assertThat(answerOf(second, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
        assertThat(answerOf(second, "select current_setting('server_version_num')::int / 10000"))
                .isEqualTo("18");
    }

    @Test
    void whatIsProducedIsConsumed() throws Exception {
        assertThat(producedAndConsumed("stack")).isEqualTo("hello");
    }

    @Test
    void brokerKeepsItsDataOverAStop() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.onFreePort()) {
            broker.start();
            create(broker.bootstrapServers(), "kept");
            broker.stop();
            broker.start();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }

    static String answerOf(TestPostgres.Database database, String question) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static String producedAndConsumed(String topic) throws Exception {
        create(TestKafka.bootstrapServers(), topic);
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                KafkaConsumer<String, String> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            producer.send(new ProducerRecord<>(topic, "hello")).get();
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static void create(String bootstrapServers, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }
}
