package dev.skillladder.delivery;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row for each event. The text says how to misbehave: see the methods. */
record Notes(String topic, JdbcClient jdbc) implements EventHandler {

    @Override
    public void handle(EventBatch batch) {
        IdentityHashMap<IncomingEvent, Note> bodies = new IdentityHashMap<>();
        batch.read(Note.class).forEach(read -> bodies.put(read.event(), read.body()));
        for (IncomingEvent event : batch.events()) {
            Note body = bodies.get(event);
            if (body != null || event.isTombstone()) {
                note(event, body == null ? null : body.text());
            }
        }
    }

    private void note(IncomingEvent event, @Nullable String text) {
        jdbc.sql("insert into effect (key, note) values (:key, :note)")
                .param("key", event.key())
                .param("note", text)
                .update();
    }
}
