package dev.skillladder.benchmarks;

import java.util.Arrays;

/** Of many durations in nanoseconds. */
record Percentiles(double median, double p99) {

    static Percentiles of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted[sorted.length / 2], sorted[Math.ceilDiv(sorted.length * 99, 100) - 1]);
    }
}
