package dev.skillladder.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Waits until a part does its work, not merely until its port is open. */
final class Readiness {
    /** Recovery after a kill, or a machine that does much else, may take its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Settings settings;
    private final Postgres postgres;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    Readiness(Settings settings, Postgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
    }

    void await(Part part, RunningPart running) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            running.requireAlive();
            var missing = whatIsMissing(part, running);
            if (missing.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw running.failure("was not ready after " + PATIENCE.toMinutes() + " minutes (" + missing + ")");
            }
            Thread.sleep(BETWEEN);
        }
    }

    /** Empty when the part is ready. */
    private String whatIsMissing(Part part, RunningPart running) throws InterruptedException {
        try {
            return switch (part) {
                case POSTGRES -> {
                    postgres.requireReady();
                    yield "";
                }
                case KAFKA -> broker(running);
                case IDENTITY -> page(settings.issuer() + "/.well-known/openid-configuration");
                default -> page("http://127.0.0.1:" + settings.port(part) + "/actuator/health/readiness");
            };
        } catch (SQLException | IOException e) {
            return e.toString();
        }
    }

    private String page(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).build();
        var response = http.send(request, BodyHandlers.ofString());
        return response.statusCode() == OK ? "" : url + " answers " + response.statusCode() + " " + response.body();
    }

    /** The broker writes its own process id when it has begun to serve. */
    private String broker(RunningPart running) throws IOException {
        var file = settings.brokerReadyFile();
        if (!Files.exists(file)) {
            return file + " is missing";
        }
        var pid = Files.readString(file);
        return pid.equals(Long.toString(running.pid())) ? "" : file + " is of process " + pid;
    }
}
