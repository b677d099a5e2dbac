package dev.skillladder.benchmarks;

import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@code benchmarks/run} executes: the named benchmarks, or all, on one stack with data of its own. */
public final class Run {

    private static final List<String> ALL = List.of("consume", "latency", "gateway", "reviews", "impact");

    private Run() {}

    public static void main(String[] words) throws Exception {
        Set<String> names = new LinkedHashSet<>(List.of(words));
        Sizes sizes = names.remove("--quick") ? Sizes.QUICK : Sizes.FULL;
        if (!ALL.containsAll(names)) {
            System.err.println("benchmarks/run [--built] [--quick] [" + String.join("] [", ALL) + "]");
            System.exit(1);
        }
        Path home = Files.createTempDirectory("skill-ladder-benchmarks");
        try (var stub = StubService.start()) {
            measure(names.isEmpty() ? Set.copyOf(ALL) : names, sizes, home, stub.url());
        } finally {
            delete(home);
        }
        System.exit(0); // clients of Kafka may leave threads behind
    }

    private static void measure(Set<String> names, Sizes sizes, Path home, String stub) throws Exception {
        Settings settings = Settings.standard()
                .in(home)
                .onFreePorts()
                .withUsers(Site.users())
                .withEnvironment("CATALOG_URL", stub)
                .withEnvironment("RATE_LIMIT_BURST", "1000000")
                .withEnvironment("RATE_LIMIT_PER_SECOND", "1000000");
        var report = new Report();
        start(settings, "on a new home", report).close();
        try (var stack = start(settings, "again", report)) {
            StackSize.measure(stack, "after the start", report);
            Site site = Site.settle(stack, home, sizes);
            makeFloor(site.floorUrl());
            for (String name : ALL) {
                if (names.contains(name)) {
                    run(name, site, stub, report);
                }
            }
            StackSize.measure(stack, "at the end", report);
            report.print(sizes);
        }
    }

    private static void run(String name, Site site, String stub, Report report) throws Exception {
        switch (name) {
            case "consume" -> new ConsumeRate(site).measure(report);
            case "latency" -> new RoundTrip(site).measure(report);
            case "gateway" -> new GatewayRate(site, stub).measure(report);
            case "impact" -> new ImpactRate(site).measure(report);
            case "reviews" -> new ReviewRate(site).measure(report);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static LocalStack start(Settings settings, String how, Report report) {
        long from = System.nanoTime();
        var stack = LocalStack.start(settings, System.out::println);
        report.add(
                "(d) start-up to ready, " + how,
                Report.number((System.nanoTime() - from) / 1e9, "s"),
                "",
                "",
                "aim 25 s");
        return stack;
    }

    private static void makeFloor(String url) throws SQLException, IOException {
        try (var sql = Run.class.getResourceAsStream("floor.sql");
                var connection = DriverManager.getConnection(url)) {
            if (sql == null) {
                throw new IllegalStateException("floor.sql is missing in the jar");
            }
            connection.createStatement().execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void delete(Path home) {
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data of this run stays in " + home, e);
        }
    }
}
