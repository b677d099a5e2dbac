package dev.skillladder.benchmarks;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.localstack.Part;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Events per second from the topic to log, estimates and levels, against copying as many rows. */
final class ConsumeRate {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration POLL = Duration.ofSeconds(10);

    private final Site site;

    ConsumeRate(Site site) {
        this.site = site;
    }

    void measure(Report report) throws Exception {
        String bootstrap = site.stack().bootstrapServers();
        try (var consumer = Topic.consumer(bootstrap)) {
            Map<TopicPartition, Long> before = consumer.endOffsets(IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.OBSERVATIONS, partition))
                    .collect(Collectors.toSet()));
            site.stack().stop(Part.ASSESSMENT);
            long ratings = produce();
            double ours = ours();
            consumer.assign(before.keySet());
            before.forEach(consumer::seek);
            double floor = floor(consumer);
            report.add(
                    "(a) events taken in, %,d of 1-60 ratings (%,d in all)"
                            .formatted(site.sizes().events(), ratings),
                    Report.number(ours, "/s"),
                    Report.number(floor, "/s"),
                    Report.number(ours / floor, ""),
                    "≥ 0.33, aim 0.5");
        }
    }

    private long produce() {
        var reviews = new SomeReviews(site, 1);
        long ratings = 0;
        try (var sender = new Sender(site.stack().bootstrapServers())) {
            for (int number = 0; number < site.sizes().events(); number++) {
                var event = reviews.observed();
                ratings += event.ratings().size();
                sender.send(Topic.record(
                        Topics.OBSERVATIONS,
                        event.engineer().toString(),
                        ObservationsRecorded.TYPE,
                        "consume-%010d".formatted(number),
                        event));
            }
        }
        return ratings;
    }

    /** From the first movement of the stored offsets to the last; what the first one brought does not count. */
    private double ours() throws Exception {
        try (var offsets = site.assessments(
                        "select sum(next_offset) from consumed_offset where topic = '" + Topics.OBSERVATIONS + "'");
                var starter = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = offsets.ask();
            var started = starter.submit(() -> site.stack().start(Part.ASSESSMENT));
            long first = offsets.await(begin + 1, PATIENCE, PAUSE);
            long uncounted = offsets.ask() - begin;
            long last = offsets.await(begin + site.sizes().events(), PATIENCE, PAUSE);
            started.get();
            return rate(site.sizes().events() - uncounted, last - first);
        }
    }

    private double floor(Consumer<byte[], byte[]> consumer) throws Exception {
        try (var connection = DriverManager.getConnection(site.floorUrl())) {
            connection.setAutoCommit(false);
            var floor = new CopyFloor(connection);
            var polled = consumer.poll(POLL);
            long start = System.nanoTime();
            long taken = 0;
            while (!polled.isEmpty()) {
                floor.take(polled);
                taken += polled.count();
                polled = taken < site.sizes().events() ? consumer.poll(POLL) : ConsumerRecords.empty();
            }
            return rate(taken, System.nanoTime() - start);
        }
    }

    private static double rate(long events, long nanos) {
        return events * 1e9 / nanos;
    }
}
