package dev.skillladder.delivery;

import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row for each event, or misbehaves as the event says. */
final class Notes implements EventHandler {

    /** How many calls still fail after their effects, for a reason that goes away. */
    final AtomicInteger outages = new AtomicInteger();

    private final String topic;
    private final JdbcClient jdbc;

    Notes(String topic, JdbcClient jdbc) {
        this.topic = topic;
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public void handle(EventBatch batch) {
        IdentityHashMap<IncomingEvent, Note> bodies = new IdentityHashMap<>();
        batch.read(Note.class).forEach(read -> bodies.put(read.event(), read.body()));
        for (IncomingEvent event : batch.events()) {
            Note body = bodies.get(event);
            if (event.isTombstone()) {
                note(event, null);
            } else if (body != null) {
                take(batch, event, body.text());
            }
        }
        if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new CannotAcquireLockException("as if it were a deadlock");
        }
    }

    private void take(EventBatch batch, IncomingEvent event, String text) {
        if (text.startsWith("refuse ")) {
            batch.reject(event, "refused: " + text);
            return;
        }
        if (text.startsWith("wait ") && !isKnown(text.substring(5))) {
            batch.defer(event, text.substring(5));
            return;
        }
        note(event, text);
        if (text.startsWith("fail ")) {
            throw new IllegalStateException("cannot take " + text);
        }
    }

    private boolean isKnown(String fact) {
        return jdbc.sql("select exists (select 1 from known_fact where name = :fact)")
                .param("fact", fact)
                .query(Boolean.class)
                .single();
    }

    private void note(IncomingEvent event, @Nullable String text) {
        jdbc.sql("insert into effect (key, note) values (:key, :note)")
                .param("key", event.key())
                .param("note", text)
                .update();
    }
}
