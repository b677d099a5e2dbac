package dev.skillladder.benchmarks;

import dev.skillladder.localstack.Part;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reviews per second that sixteen clients submit through the gateway, until the last one is visible in the store. */
final class ReviewRate {

    private static final String PATH = "/api/assessments/reviews";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TOGETHER = 50; // a manager's people in one request
    private static final Duration PAUSE = Duration.ofMillis(200); // counting takes a while itself

    private final Site site;

    ReviewRate(Site site) {
        this.site = site;
    }

    void measure(Report report) throws Exception {
        submitFor(site.sizes().reviewing().dividedBy(4), TOGETHER); // compilers warm up
        measure(report, TOGETHER, "≥ 1,000/s, aim 3,000/s");
        measure(report, 1, "");
    }

    private void measure(Report report, int together, String target) throws Exception {
        try (var log = site.assessments("select count(*) from observation where kind = 'MANAGER'");
                var submitted = site.assessments("select count(*) from review_rating")) {
            log.await(submitted.ask(), PATIENCE, PAUSE); // nothing of what came before counts
            long start = System.nanoTime();
            long reviews = submitFor(site.sizes().reviewing(), together);
            double submitting = System.nanoTime() - start;
            double visible = log.await(submitted.ask(), PATIENCE, PAUSE) - start;
            report.add(
                    "(d) reviews of %d ratings by %d clients, %d in a request, submitted to visible"
                            .formatted(SomeReviews.RATINGS, Site.MANAGERS, together),
                    Report.number(reviews * 1e9 / visible, "/s"),
                    Report.number(reviews * 1e9 / submitting, "/s accepted"),
                    Report.number(submitting / visible, ""),
                    target);
        }
    }

    private long submitFor(Duration length, int together) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        long reviews = 0;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, Site.MANAGERS)
                    .mapToObj(manager -> clients.submit(() -> submitUntil(end, manager, together)))
                    .toList();
            for (Future<Long> client : running) {
                reviews += client.get();
            }
        }
        return reviews;
    }

    private long submitUntil(long end, int manager, int together) {
        var reviews = new SomeReviews(site, 3 + manager);
        String token = site.token(manager);
        int count = 0;
        try (var wire = new Wire(site.stack().url(Part.GATEWAY))) {
            while (System.nanoTime() < end) {
                int first = count;
                String team = IntStream.range(first, first + together)
                        .mapToObj(number -> reviews.submission(site.report(manager, number)))
                        .collect(Collectors.joining(",", "[", "]"));
                wire.post(PATH, token, team).expect(201);
                count += together;
            }
        }
        return count;
    }
}
