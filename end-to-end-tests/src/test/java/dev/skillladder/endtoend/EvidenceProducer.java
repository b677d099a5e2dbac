package dev.skillladder.endtoend;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.EvidenceSubmitted;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of certificates outside the product, as its documentation asks it to behave. */
record EvidenceProducer(Installation installation, String framework) {

    void send(UUID engineer, String item, Map<String, Integer> ratings, LocalDate observedOn) {
        var evidence = new EvidenceSubmitted(
                engineer,
                item,
                framework,
                1,
                observedOn,
                null,
                1,
                ratings.entrySet().stream()
                        .map(rating -> new EvidenceSubmitted.Rating(rating.getKey(), rating.getValue(), false))
                        .toList());
        var event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("https://certificates.example"))
                .withType(EvidenceSubmitted.TYPE)
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withSubject(engineer.toString())
                .withDataContentType("application/json")
                .withData(JsonMapper.shared().writeValueAsBytes(evidence))
                .build();
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        installation.bootstrapServers(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        20_000),
                new StringSerializer(),
                new CloudEventSerializer())) {
            producer.send(new ProducerRecord<>(Topics.EVIDENCE, engineer.toString(), event))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the evidence", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
