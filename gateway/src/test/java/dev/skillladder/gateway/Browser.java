package dev.skillladder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keeps cookies as a browser does, and every header and body it ever got, to look for what must not be there. */
final class Browser {

    /** Seals the sessions of tests. */
    static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Map<String, String> cookies = new ConcurrentHashMap<>();
    final List<String> seen = new ArrayList<>();
    private final String gateway;
    private final StubProvider provider;

    Browser(int port, StubProvider provider) {
        this.gateway = "http://localhost:" + port;
        this.provider = provider;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    HttpResponse<String> call(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json"));
    }

    /** Writes with the token that a page reads from its cookie. */
    HttpResponse<String> write(String path) throws IOException, InterruptedException {
        return send(request(path)
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofString("{}")));
    }

    HttpResponse<String> writeWithoutCsrf(String path) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString("{}")));
    }

    /** All the way: to the provider, through its login, back. Answers with what the gateway says in the end. */
    HttpResponse<String> signIn(String person) throws IOException, InterruptedException {
        return back(leave("/oauth2/authorization/skill-ladder"), person);
    }

    /** What the provider is asked when a browser comes from this path. */
    Map<String, String> leave(String path) throws IOException, InterruptedException {
        var away = open(path);
        assertThat(away.statusCode()).isEqualTo(302);
        return StubProvider.parameters(location(away).getRawQuery());
    }

    HttpResponse<String> back(Map<String, String> asked, String person) throws IOException, InterruptedException {
        return open("/login/oauth2/code/skill-ladder?code=" + provider.code(person, asked) + "&state="
                + java.net.URLEncoder.encode(asked.get("state"), java.nio.charset.StandardCharsets.UTF_8));
    }

    static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        synchronized (seen) {
            seen.add(answer.headers().map() + answer.body());
        }
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
