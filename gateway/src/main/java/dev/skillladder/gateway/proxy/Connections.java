package dev.skillladder.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Connections to the services over one pool, with a longer time limit for paths that stream. Answers are closed
 * {@linkplain PromptlyClosed without draining} them.
 */
record Connections(ClientHttpRequestFactory answers, ClientHttpRequestFactory streams)
        implements ClientHttpRequestFactory {

    static Connections within(Times times) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(times.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new Connections(factory(client, times.answer()), factory(client, times.stream()));
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        ClientHttpRequestFactory factory = streams(uri.getPath()) ? streams : answers;
        return PromptlyClosed.request(factory.createRequest(uri, method));
    }

    static boolean streams(String path) {
        return path.startsWith("/api/reports/") || path.endsWith("/stream");
    }

    private static ClientHttpRequestFactory factory(HttpClient client, Duration limit) {
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(limit);
        return factory;
    }
}
