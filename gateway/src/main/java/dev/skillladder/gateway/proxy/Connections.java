package dev.skillladder.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Connections to the services over one pool, with a longer time limit for paths that stream. Apache's client, because it
 * works on the caller's virtual thread; the JDK's hands each exchange to other threads and back, for twice the time. It
 * passes on what it gets: no redirects, cookies, decompression or attempts of its own.
 */
record Connections(CloseableHttpClient client, ClientHttpRequestFactory answers, ClientHttpRequestFactory streams)
        implements ClientHttpRequestFactory, DisposableBean {

    private static final int MOST_PER_SERVICE = 400;

    /** Shorter than the services keep a silent connection open, so that none is used that the other side just closed. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);

    private static final TimeValue UNCHECKED = TimeValue.ofMilliseconds(200);

    static Connections within(Times times) {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(MOST_PER_SERVICE)
                .setMaxConnTotal(3 * MOST_PER_SERVICE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(times.connect()))
                        .setValidateAfterInactivity(UNCHECKED)
                        .build())
                .build();
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(pool)
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .addExecInterceptorFirst("promptly closed", new PromptlyClosed())
                .build();
        return new Connections(client, factory(client, times.answer()), factory(client, times.stream()));
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        return (streams(uri.getPath()) ? streams : answers).createRequest(uri, method);
    }

    static boolean streams(String path) {
        return path.startsWith("/api/reports/") || path.endsWith("/stream");
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }

    private static ClientHttpRequestFactory factory(CloseableHttpClient client, Duration limit) {
        var factory = new HttpComponentsClientHttpRequestFactory(client);
        factory.setReadTimeout(limit);
        factory.setConnectionRequestTimeout(limit);
        return factory;
    }
}
