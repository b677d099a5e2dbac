package dev.skillladder.endtoend;

/** A whole Skill Ladder, however it was started. Users are those of the demo identity provider. */
interface Installation {

    /** Address of the gateway, without a slash at the end. */
    String gateway();

    /** A bearer token of this user. */
    String token(String user);

    /** Where an external producer reaches Kafka. */
    String bootstrapServers();
}
