package dev.skillladder.benchmarks;

import dev.skillladder.localstack.Part;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the 2xx of a submission to the level in the store, in turn with a bare round trip. Both are seen by asking the
 * database in a tight loop; a review's log rows become visible in the transaction that stores the level.
 */
final class RoundTrip {

    private static final String PATH = "/api/assessments/reviews";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 100;

    private final Site site;

    RoundTrip(Site site) {
        this.site = site;
    }

    void measure(Report report) throws Exception {
        int count = site.sizes().roundTrips();
        long[] ours = new long[count];
        long[] floor = new long[count];
        var reviews = new SomeReviews(site, 2);
        String token = site.token(0);
        try (var wire = new Wire(site.stack().url(Part.GATEWAY));
                var bare = new BareRoundTrip(site);
                var levels = site.assessments("""
                        select count(*) from observation join engineer_level using (engineer)
                        where engineer = ? and origin = ?""");
                var arrivals = new Store(site.floorUrl(), "select count(*) from floor.arrived where id = ?")) {
            for (int i = -WARM_UP; i < count; i++) {
                String id = "bare-" + i;
                long sent = System.nanoTime();
                bare.send(id, reviews.observed(SomeReviews.RATINGS));
                long bareNanos = arrivals.await(1, PATIENCE, Duration.ZERO, id) - sent;

                UUID subject = site.report(0, i + WARM_UP);
                String body = wire.post(PATH, token, reviews.submission(subject))
                        .expect(201)
                        .body();
                long accepted = System.nanoTime();
                String review = JsonMapper.shared().readTree(body).path("id").asString();
                long ourNanos = levels.await(SomeReviews.RATINGS, PATIENCE, Duration.ZERO, subject, review) - accepted;
                if (i >= 0) {
                    ours[i] = ourNanos;
                    floor[i] = bareNanos;
                }
            }
        }
        var our = Percentiles.of(ours);
        var bare = Percentiles.of(floor);
        add(report, "median", our.median(), bare.median());
        add(report, "99th percentile", our.p99(), bare.p99());
    }

    private void add(Report report, String which, double ours, double floor) {
        report.add(
                "(b) from the 201 to the level, " + which + " of "
                        + site.sizes().roundTrips(),
                Report.millis(ours),
                Report.millis(floor),
                Report.number(ours / floor, ""),
                "≤ 5");
    }
}
