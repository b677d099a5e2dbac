package dev.skillladder.delivery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consumed_offset}. */
record Offsets(JdbcClient jdbc) {

    /**
     * What is stored of these partitions.
     *
     * @throws Recreated if a partition was read when the topic was another one
     */
    Map<Integer, Long> of(String topic, String topicId, Set<Integer> partitions) {
        Map<Integer, Long> stored = new HashMap<>();
        jdbc.sql("""
                        select partition, topic_id, next_offset
                        from consumed_offset
                        where topic = :topic and partition = any(:partitions::int[])
                        """)
                .param("topic", topic)
                .param("partitions", partitions.toArray(Integer[]::new))
                .query(rs -> {
                    if (!rs.getString("topic_id").equals(topicId)) {
                        throw new Recreated(topic, rs.getString("topic_id"), topicId);
                    }
                    stored.put(rs.getInt("partition"), rs.getLong("next_offset"));
                });
        return stored;
    }

    /** Partitions read for the first time; another instance may have been faster. */
    void begin(String topic, String topicId, Map<Integer, Long> beginnings) {
        jdbc.sql("""
                        insert into consumed_offset (topic, partition, topic_id, next_offset)
                        select :topic, partition, :topicId, next_offset
                        from unnest(:partitions::int[], :offsets::bigint[]) as begun (partition, next_offset)
                        on conflict do nothing
                        """)
                .param("topic", topic)
                .param("topicId", topicId)
                .param("partitions", beginnings.keySet().toArray(Integer[]::new))
                .param("offsets", beginnings.values().toArray(Long[]::new))
                .update();
    }

    /**
     * Moves offsets from where this consumer read to where it is now.
     *
     * @throws Lost if one is not where this consumer left it: another instance owns the partition now
     */
    void move(String topic, Map<Integer, Long> read, Map<Integer, Long> next) {
        Integer[] partitions = next.keySet().toArray(Integer[]::new);
        Long[] from = Arrays.stream(partitions)
                .map(partition -> read.getOrDefault(partition, -1L))
                .toArray(Long[]::new);
        Long[] to = next.values().toArray(Long[]::new);
        int moved = jdbc.sql("""
                        update consumed_offset as stored
                        set next_offset = moved.next_offset
                        from unnest(:partitions::int[], :from::bigint[], :to::bigint[])
                             as moved (partition, read_offset, next_offset)
                        where stored.topic = :topic and stored.partition = moved.partition
                          and stored.next_offset = moved.read_offset
                        """)
                .param("topic", topic)
                .param("partitions", partitions)
                .param("from", from)
                .param("to", to)
                .update();
        if (moved != partitions.length) {
            throw new Lost(topic, partitions.length - moved);
        }
    }

    /** Another consumer has moved on: nothing of this batch may count. */
    static final class Lost extends RuntimeException {

        private Lost(String topic, int partitions) {
            super("another consumer has taken over " + partitions + " partitions of " + topic);
        }
    }

    /** The stored offsets belong to a topic that is gone. */
    static final class Recreated extends RuntimeException {

        private Recreated(String topic, String before, String now) {
            super("topic " + topic + " was deleted and created again (id " + before + ", now " + now
                    + "): restore it, or delete its rows in consumed_offset to read the new one from the start");
        }
    }
}
