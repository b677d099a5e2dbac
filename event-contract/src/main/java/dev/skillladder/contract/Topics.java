package dev.skillladder.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Every topic with its owner's settings. The publisher creates its topics from here; nobody else writes to them, except
 * that external producers write to {@link #EVIDENCE}.
 */
public final class Topics {

    /** Published framework versions, key {@code <framework>:<version>}, compacted. */
    public static final String FRAMEWORKS = "catalog.frameworks";

    /** Drafts to be run over everybody, and runs to be given up, key run id; kept a week. */
    public static final String IMPACT_REQUESTS = "catalog.impact-requests";

    /** Engineers with their whole state, key engineer id, compacted; a tombstone erases. */
    public static final String ENGINEERS = "profile.engineers";

    /** Teams with their whole state, key team id, compacted. */
    public static final String TEAMS = "profile.teams";

    /** Every rating ever given, key engineer id, kept for ever; only assessment-service writes here. */
    public static final String OBSERVATIONS = "assessment.observations";

    /** Evidence from external systems, key engineer id; public, kept 30 days, stamped by the broker on append. */
    public static final String EVIDENCE = "assessment.evidence";

    /** The newest computed level, key engineer id, compacted. */
    public static final String LEVELS = "assessment.levels";

    /** How far runs of drafts are and what they found, and which frameworks are in use; key run id or framework. */
    public static final String IMPACT = "assessment.impact";

    /** One partition is one unit of parallel work: a service can run as many useful instances. */
    public static final int PARTITIONS = 12;

    /** A whole framework is one record: 2,000 skills with behaviours in two languages stay below this. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    private static final Map<String, String> COMPACTED = Map.of(
            "cleanup.policy", "compact",
            "min.compaction.lag.ms", "0",
            "max.compaction.lag.ms", millis(Duration.ofDays(1)));

    private static final Map<String, String> FOR_EVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    private static final List<Topic> ALL = List.of(
            new Topic(
                    FRAMEWORKS,
                    Map.of(
                            "cleanup.policy", "compact",
                            "max.compaction.lag.ms", millis(Duration.ofDays(1)),
                            "max.message.bytes", Integer.toString(MAX_RECORD_BYTES))),
            new Topic(
                    IMPACT_REQUESTS,
                    Map.of(
                            "cleanup.policy", "delete",
                            "retention.ms", millis(Duration.ofDays(7)),
                            "max.message.bytes", Integer.toString(MAX_RECORD_BYTES))),
            new Topic(ENGINEERS, COMPACTED),
            new Topic(TEAMS, COMPACTED),
            new Topic(OBSERVATIONS, FOR_EVER),
            new Topic(
                    EVIDENCE,
                    Map.of(
                            "cleanup.policy", "delete",
                            "retention.ms", millis(Duration.ofDays(30)),
                            "message.timestamp.type", "LogAppendTime")),
            new Topic(LEVELS, COMPACTED),
            new Topic(IMPACT, Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(30)))));

    private Topics() {}

    /** The topic of that name. */
    public static Topic named(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no topic " + name + " in the contract; add it to Topics"));
    }

    /** All topics of the product, without their dead-letter topics. */
    public static List<Topic> all() {
        return ALL;
    }

    /** Where records of a topic go that can never become valid. */
    public static String dead(String topic) {
        return topic + ".dead";
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** A topic's name and Kafka settings. */
    public record Topic(String name, Map<String, String> settings) {}
}
