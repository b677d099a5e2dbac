package dev.skillladder.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param engineers known to assessment-service
 * @param events observation events to consume, of 1-60 ratings each
 * @param roundTrips submissions whose way to a level is timed
 * @param rounds of the gateway comparison
 * @param round length of one side of a round
 * @param reviewing how long 16 clients submit
 * @param concerned people whom a draft is run over
 */
record Sizes(int engineers, int events, int roundTrips, int rounds, Duration round, Duration reviewing, int concerned) {

    static final Sizes FULL =
            new Sizes(50_000, 100_000, 2_000, 7, Duration.ofSeconds(10), Duration.ofSeconds(60), 100_000);
    static final Sizes QUICK = new Sizes(2_000, 4_000, 300, 3, Duration.ofSeconds(4), Duration.ofSeconds(10), 4_000);

    @Override
    public String toString() {
        return "%d engineers, %d events, %d round trips, %d rounds of %d s, %d s of reviews, a draft over %d people"
                .formatted(engineers, events, roundTrips, rounds, round.toSeconds(), reviewing.toSeconds(), concerned);
    }
}
