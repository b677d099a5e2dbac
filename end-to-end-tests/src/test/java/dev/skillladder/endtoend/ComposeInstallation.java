package dev.skillladder.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** {@code docker-compose up} of the project, under a name and on ports of its own; removed with its data when the JVM ends. */
final class ComposeInstallation implements Installation {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration TOKENS_KEPT = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> ports =
            Map.of("GATEWAY_PORT", freePort(), "KEYCLOAK_PORT", freePort(), "KAFKA_PORT", freePort());
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant from) {}

    private static final class Shared {
        static final ComposeInstallation COMPOSE = new ComposeInstallation();
    }

    /** The one that all stories share. */
    static ComposeInstallation shared() {
        return Shared.COMPOSE;
    }

    private ComposeInstallation() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "compose-down"));
        try {
            compose("up", "--build", "--detach");
            Awaitility.await("gateway in containers")
                    .atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> status(gateway() + "/actuator/health/readiness") == 200);
        } catch (RuntimeException e) {
            logs();
            throw e;
        }
    }

    @Override
    public String gateway() {
        return "http://localhost:" + ports.get("GATEWAY_PORT");
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + ports.get("KAFKA_PORT");
    }

    @Override
    public String token(String user) {
        return tokens.compute(
                        user,
                        (name, known) -> known != null
                                        && known.from().isAfter(Instant.now().minus(TOKENS_KEPT))
                                ? known
                                : new Token(login(name), Instant.now()))
                .value();
    }

    /** Keycloak's token endpoint. */
    String tokenUrl() {
        return "http://localhost:" + ports.get("KEYCLOAK_PORT") + "/realms/skill-ladder/protocol/openid-connect/token";
    }

    private String login(String user) {
        String form = "grant_type=password&client_id=skill-ladder-cli&username=" + user + "&password=demo";
        var request = HttpRequest.newBuilder(URI.create(tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(answer).required("access_token").asString();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int status(String url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** What the containers say, for whoever reads why this failed. */
    void logs() {
        compose("logs", "--no-color", "--tail=40");
    }

    /** Runs one statement in a service's database. */
    void sql(String database, String statement) {
        compose(
                "exec",
                "-T",
                "postgres",
                "psql",
                "-U",
                "postgres",
                "-d",
                database,
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                statement);
    }

    private void close() {
        compose("down", "--volumes", "--timeout", "5");
    }

    private void compose(String... words) {
        var command = new ArrayList<>(
                List.of("docker-compose", "--project-name", "skill-ladder-stories", "--env-file", "compose/demo.env"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO();
        builder.environment().putAll(ports);
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed; its output is above");
            }
        } catch (IOException e) {
            throw new IllegalStateException("docker-compose cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
