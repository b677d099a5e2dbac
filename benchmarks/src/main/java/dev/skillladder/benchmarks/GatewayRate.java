package dev.skillladder.benchmarks;

import dev.skillladder.localstack.Part;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Requests per second through our gateway and through a bare one to the same stub, in turn. */
final class GatewayRate {

    /** Routed to the stub in both. */
    static final String PATH = "/api/catalog/frameworks";

    private static final int CLIENTS = 16;

    private final Site site;
    private final String stub;

    GatewayRate(Site site, String stub) {
        this.site = site;
        this.stub = stub;
    }

    void measure(Report report) throws Exception {
        Sizes sizes = site.sizes();
        try (var bare = BareGatewayProcess.start(stub, site.home().resolve("bare-gateway.log"))) {
            String ours = site.stack().url(Part.GATEWAY);
            rate(ours, sizes.round());
            rate(bare.url(), sizes.round());
            double[] our = new double[sizes.rounds()];
            double[] floor = new double[sizes.rounds()];
            double[] ratio = new double[sizes.rounds()];
            double ourCpu = 0;
            double floorCpu = 0;
            for (int round = 0; round < sizes.rounds(); round++) {
                floorCpu -= Machine.cpuNanos(bare.pid());
                floor[round] = rate(bare.url(), sizes.round());
                floorCpu += Machine.cpuNanos(bare.pid());
                ourCpu -= Machine.cpuNanos(site.stack().pid(Part.GATEWAY));
                our[round] = rate(ours, sizes.round());
                ourCpu += Machine.cpuNanos(site.stack().pid(Part.GATEWAY));
                ratio[round] = our[round] / floor[round];
            }
            double seconds = sizes.round().toNanos() / 1e9;
            ourCpu /= Arrays.stream(our).sum() * seconds;
            floorCpu /= Arrays.stream(floor).sum() * seconds;
            report.add(
                    "(c) processor time of the gateway per request",
                    Report.millis(ourCpu),
                    Report.millis(floorCpu),
                    Report.number(floorCpu / ourCpu, ""),
                    "");
            report.add(
                    "(c) requests through the gateway, " + CLIENTS + " clients, median of " + sizes.rounds(),
                    Report.number(median(our), "/s"),
                    Report.number(median(floor), "/s"),
                    Report.number(median(ratio), ""),
                    "≥ 0.8");
        }
    }

    private double rate(String url, Duration length) throws InterruptedException, ExecutionException {
        String token = site.token(0);
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long requests = 0;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> clients.submit(() -> askUntil(end, url, token)))
                    .toList();
            for (Future<Long> client : running) {
                requests += client.get();
            }
        }
        return requests * 1e9 / (System.nanoTime() - start);
    }

    private static long askUntil(long end, String url, String token) {
        long requests = 0;
        try (var wire = new Wire(url)) {
            while (System.nanoTime() < end) {
                wire.get(PATH, token).expect(200);
                requests++;
            }
        }
        return requests;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
