package dev.skillladder.assessment.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes server-sent events; each is on its way when its method returns. */
final class EventWriter {

    /** How long a page waits before it connects again. */
    private static final int RETRY_MILLIS = 2_000;

    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    void begin(Position position) throws IOException {
        write("retry: " + RETRY_MILLIS + "\nid: " + position + "\n\n");
    }

    /** Moves the page's last id; a page gets no event from it. */
    void beat(Position position) throws IOException {
        write("id: " + position + "\n\n");
    }

    /** An event with an id, or without: then the page resumes before it. */
    void event(String name, String data, @Nullable Position position) throws IOException {
        write((position == null ? "" : "id: " + position + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
