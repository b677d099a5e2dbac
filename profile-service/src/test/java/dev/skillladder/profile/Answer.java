package dev.skillladder.profile;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back from the service. */
record Answer(int status, HttpResponse<String> response, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        String body = response.body();
        return new Answer(response.statusCode(), response, body.isEmpty() ? JSON.nullNode() : JSON.readTree(body));
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    UUID id() {
        return UUID.fromString(body.get("id").asString());
    }

    long revision() {
        return body.get("revision").asLong();
    }

    /** Last part of the problem's type. */
    String problem() {
        return body.path("type").asString("").replace("https://skillladder.dev/problems/", "");
    }

    List<String> pointers() {
        return body.path("errors").values().stream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    /** One field of each item of a list. */
    List<String> items(String field) {
        return body.get("items").values().stream()
                .map(item -> item.get(field).asString())
                .toList();
    }
}
