package dev.skillladder.delivery;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** CloudEvents 1.0 in Kafka's binary mode, both ways: attributes in {@code ce_} headers, the body as it is. */
final class Envelope {

    /** Type of a tombstone; readers go by the missing body. */
    static final String ERASED = "dev.skillladder.delivery.erased.v1";

    /** Both columns of the table of seen events; longer ones do not fit into its key. */
    private static final int MAX_ID = 255;

    private Envelope() {}

    /** The record that tells an event; the request that caused it goes along as {@code ce_requestid}. */
    static ProducerRecord<byte[], byte[]> write(
            URI source, UUID id, Instant now, String topic, String key, String type, byte @Nullable [] body) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(source)
                .withType(type)
                .withTime(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .withSubject(key);
        if (body != null) {
            event.withData("application/json", body);
        }
        String request = MDC.get("requestId");
        if (request != null) {
            event.withExtension("requestid", request);
        }
        return KafkaMessageFactory.createWriter(topic, key.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event.build());
    }

    /** Reads the envelope; the body stays unparsed. */
    static IncomingEvent read(ConsumerRecord<byte[], byte[]> arrived) throws Unreadable {
        CloudEvent event = event(arrived);
        byte @Nullable [] key = arrived.key();
        byte @Nullable [] body = arrived.value();
        if (key == null) {
            throw new Unreadable("the record has no key");
        }
        Instant appendedAt = Instant.ofEpochMilli(arrived.timestamp());
        OffsetDateTime time = event.getTime();
        return new IncomingEvent(
                arrived.topic(),
                arrived.partition(),
                arrived.offset(),
                appendedAt,
                text("key", key),
                attribute("ce_id", event.getId()),
                attribute("ce_source", event.getSource().toString()),
                event.getType(),
                time == null ? appendedAt : time.toInstant(),
                body == null ? null : text("body", body));
    }

    private static CloudEvent event(ConsumerRecord<byte[], byte[]> arrived) throws Unreadable {
        try {
            return KafkaMessageFactory.createReader(arrived.headers(), arrived.value())
                    .toEvent();
        } catch (
                RuntimeException
                        e) { // headers are anybody's bytes: the library also fails with what it did not foresee
            throw new Unreadable("the CloudEvents headers cannot be read: " + e.getMessage());
        }
    }

    private static String attribute(String name, String value) throws Unreadable {
        if (value.isEmpty() || value.length() > MAX_ID || value.indexOf('\0') >= 0) {
            throw new Unreadable(name + " must have 1 to " + MAX_ID + " characters");
        }
        return value;
    }

    private static String text(String what, byte[] bytes) throws Unreadable {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes)) {
            throw new Unreadable("the " + what + " is not UTF-8");
        }
        return text;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A record whose envelope says nothing; the message is the reason for the dead letter. */
    static final class Unreadable extends Exception {

        private Unreadable(String reason) {
            super(reason);
        }

        /** The reason. */
        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
