package dev.skillladder.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as a client does; bodies are JSON texts. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;

    Api(int port) {
        this.base = "http://localhost:" + port;
    }

    public Reply get(@Nullable String token, String path, String... headers) {
        return call("GET", token, path, null, headers);
    }

    public Reply post(@Nullable String token, String path, String body, String... headers) {
        return call("POST", token, path, body, headers);
    }

    public Reply put(@Nullable String token, String path, String body, String... headers) {
        return call("PUT", token, path, body, headers);
    }

    public Reply delete(@Nullable String token, String path, String... headers) {
        return call("DELETE", token, path, null, headers);
    }

    /** A call with further headers, given as name, value, name, value … */
    public Reply call(String method, @Nullable String token, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends a request that was built by hand. */
    public Reply send(HttpRequest request) {
        try {
            return new Reply(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s failed".formatted(request.method(), request.uri()), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    public URI at(String path) {
        return URI.create(base + path);
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** A value by JSON pointer, as text; null if there is none. */
        public @Nullable String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isMissingNode() || node.isNull() ? null : node.asString();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The last part of the problem's type. */
        public @Nullable String problem() {
            String type = at("/type");
            return type == null ? null : type.substring(type.lastIndexOf('/') + 1);
        }

        /** The pointers of everything that is wrong with the body. */
        public List<String> pointers() {
            return json().at("/errors")
                    .valueStream()
                    .map(error -> error.at("/pointer").asString())
                    .toList();
        }
    }
}
