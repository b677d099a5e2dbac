package dev.skillladder.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the running identity provider for a demo user's token. */
final class DemoTokenClient {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    DemoTokenClient(String issuer) {
        this.issuer = issuer;
    }

    String token(String user) {
        var address = URI.create(issuer + "/demo/tokens?user=" + URLEncoder.encode(user, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case OK -> response.body();
                case NOT_FOUND ->
                    throw new StartFailed("There is no demo user '" + user + "'; ./run prints their names.");
                default -> throw new StartFailed(address + " answers " + response.statusCode() + ".");
            };
        } catch (IOException e) {
            throw new StartFailed("Nothing answers at " + issuer + ": start Skill Ladder with ./run first.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while asking for a token.", e);
        }
    }
}
