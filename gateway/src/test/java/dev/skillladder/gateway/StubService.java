package dev.skillladder.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in for a service behind the gateway: remembers what arrived and answers as its path says. */
final class StubService implements AutoCloseable {

    /** One request as the service saw it. */
    record Seen(String method, String path, Headers headers, int bodyLength) {}

    final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> streamsEnded = new ArrayBlockingQueue<>(10);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int length = exchange.getRequestBody().readAllBytes().length;
        String path = exchange.getRequestURI().getPath();
        seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), length));
        if (path.endsWith("/stream")) {
            stream(exchange);
        } else if (path.endsWith("/page")) {
            exchange.getResponseHeaders()
                    .add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            send(exchange, 200, "<!DOCTYPE html>");
        } else if (path.endsWith("/slow")) {
            waitUntilClosed();
        } else if (path.endsWith("/refused")) {
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            send(exchange, 422, "{\"type\":\"https://skillladder.dev/problems/bad-input\",\"status\":422}");
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            send(exchange, 200, "{\"path\":\"" + path + "\"}");
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                body.write("data: tick\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (IOException gone) {
            streamsEnded.add(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitUntilClosed() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
