package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as one user sees it through the gateway. */
record Api(Installation installation, String user) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** An answer with its body as text. */
    record Answer(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }

        /** The answer, when it has one of these states; else the test fails and shows it. */
        Answer expect(int... states) {
            assertThat(states)
                    .as("%s %s answered %d %s", response.request().method(), response.uri(), status, body)
                    .contains(status);
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body), Map.of());
    }

    Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body), Map.of());
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = request(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        var response = exchange(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** The bytes of a file. */
    byte[] file(String path) {
        var response = exchange(request("GET", path, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** Sends a file as the body. */
    Answer upload(String path, byte[] file) {
        var request = request("POST", path, BodyPublishers.ofByteArray(file))
                .header("Content-Type", "application/octet-stream")
                .build();
        var response = exchange(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    private HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(installation.gateway() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + installation.token(user))
                .method(method, body);
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Facts travel through Kafka: wait for them, at most half a minute. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
