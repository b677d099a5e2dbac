package dev.skillladder.delivery;

/**
 * A fact to tell. It gets its id, time and source when it is added to the {@link Outbox}.
 *
 * @param topic one of the topics this service owns
 * @param key id of the aggregate; order is kept per key
 * @param type CloudEvents type
 * @param data a record of the contract, written as JSON
 */
public record Event(String topic, String key, String type, Object data) {}
