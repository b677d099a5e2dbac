package dev.skillladder.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The gateway as a given user sees it. What may pass by itself is tried again for a bounded time. */
final class Api implements AutoCloseable {

    /** How long a service may take to come back, or to learn of a person or framework through Kafka. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration ONE_ANSWER = Duration.ofSeconds(35);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** A service that does not know a person, role or framework yet refuses like this. */
    private static final Set<Integer> NOT_YET_KNOWN = Set.of(403, 404, 409, 422);

    private static final int CHANGED_MEANWHILE = 412;

    private final URI gateway;
    private final UnaryOperator<String> tokenOf;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(URI gateway, UnaryOperator<String> tokenOf) {
        this.gateway = gateway;
        this.tokenOf = tokenOf;
    }

    /** Reads; the caller looks at the status. */
    Answer get(String user, String path) {
        return send(user, request("GET", path, null), Set.of());
    }

    /** Writes; the caller looks at the status. */
    Answer put(String user, String path, Object body, @Nullable String ifMatch) {
        HttpRequest.Builder request = request("PUT", path, body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(user, request, Set.of());
    }

    /** Writes once under this key, however often it is sent; a refusal ends the loading. */
    JsonNode post(String user, String path, Object body, String key) {
        return post(user, path, body, key, Set.of());
    }

    /** As {@link #post}, of people and frameworks that the service may not know yet. */
    JsonNode postWhenKnown(String user, String path, Object body, String key) {
        return post(user, path, body, key, NOT_YET_KNOWN);
    }

    /** As {@link #postWhenKnown}, if what the user looks at is still the same; looks again while facts arrive. */
    JsonNode postWhenSeen(String user, String seen, String path, Object body, String key) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer looked = send(user, request("GET", seen, null), NOT_YET_KNOWN);
            accepted("GET " + seen + " as " + user, looked);
            HttpRequest.Builder request = request("POST", path, body)
                    .header("Idempotency-Key", key)
                    .header("If-Match", String.valueOf(looked.etag()));
            Answer answer = send(user, request, NOT_YET_KNOWN);
            if (answer.status() != CHANGED_MEANWHILE || System.nanoTime() > end) {
                return accepted("POST " + path + " as " + user, answer);
            }
            pause();
        }
    }

    private JsonNode post(String user, String path, Object body, String key, Set<Integer> notYet) {
        HttpRequest.Builder request = request("POST", path, body).header("Idempotency-Key", key);
        return accepted("POST " + path + " as " + user, send(user, request, notYet));
    }

    static JsonNode accepted(String what, Answer answer) {
        if (!answer.ok()) {
            throw new SeedRefused(what + " answered " + answer.status() + ": " + answer.problem());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(ONE_ANSWER)
                .header("Accept", "application/json");
        return body == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(SeedFiles.JSON.writeValueAsBytes(body)));
    }

    private Answer send(String user, HttpRequest.Builder request, Set<Integer> notYet) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean renewed = false;
        while (true) {
            Answer answer = null;
            IOException failure = null;
            try {
                answer = once(user, request);
            } catch (IOException e) {
                failure = e;
            }
            if (answer != null && answer.status() == 401 && !renewed) {
                tokens.remove(user);
                renewed = true;
                continue;
            }
            boolean again = answer == null
                    || PASSING.contains(answer.status())
                    || (notYet.contains(answer.status()) && !isReusedKey(answer));
            if (answer != null && !again) {
                return answer;
            }
            if (System.nanoTime() > end) {
                if (answer != null) {
                    return answer;
                }
                throw new SeedRefused(
                        "The gateway at " + gateway + " did not answer for " + PATIENCE.toSeconds()
                                + " s. Is it running?",
                        failure);
            }
            pause();
        }
    }

    private Answer once(String user, HttpRequest.Builder request) throws IOException {
        HttpRequest whole = request.copy()
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, tokenOf))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(whole, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(null), json(response.body()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isReusedKey(Answer answer) {
        return answer.body().path("type").asString("").endsWith("idempotency-key-reused");
    }

    private static JsonNode json(byte[] body) throws IOException {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return SeedFiles.JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + new String(body, 0, Math.min(200, body.length), UTF_8), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SeedRefused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SeedRefused("Loading was interrupted; load again to finish.", e);
    }

    @Override
    public void close() {
        http.close();
    }
}
