package dev.skillladder.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program with an identity of its own: gets tokens with client credentials, for the scopes it names. */
record MachineClient(String tokenUrl, String secret) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ID = "skill-ladder-machine";

    HttpResponse<String> ask(String scope) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((ID + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(tokenUrl))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope)))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** The status of an answer to this token. */
    static int get(URI address, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}
