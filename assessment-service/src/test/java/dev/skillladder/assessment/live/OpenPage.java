package dev.skillladder.assessment.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reads a stream as a browser does. */
final class OpenPage implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the page was told, as {@code <event> <data>}. */
    final List<String> events = new CopyOnWriteArrayList<>();

    private final InputStream body;
    private final Thread reader;
    private volatile @Nullable String lastId;
    private volatile boolean ended;

    private OpenPage(HttpResponse<InputStream> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        this.body = answer.body();
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Returns when the stream stands. */
    static OpenPage open(URI at, String token, @Nullable String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("Authorization", "Bearer " + token);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            OpenPage page = new OpenPage(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
            await().until(() -> page.lastId != null);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String lastId() {
        return String.valueOf(lastId);
    }

    boolean ended() {
        return ended;
    }

    void awaitEvent(String event) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events).contains(event));
    }

    private void read() {
        String event = "";
        String data = "";
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(event + " " + data);
                    data = "";
                }
            }
        } catch (IOException closed) {
            // the page or the service ended it
        }
        ended = true;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.interrupt();
    }
}
