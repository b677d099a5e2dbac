package dev.skillladder.assessment.knownframework;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import dev.skillladder.delivery.PendingEvents;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores published versions, tells whoever listens, and lets go what waited for them. A version waits for the one before,
 * which may come on another partition: what is computed with a version rests on the mappings of all before it.
 */
@Component
class TakeInFrameworks implements EventHandler {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final List<FrameworkListener> listeners;
    private final PendingEvents pending;

    TakeInFrameworks(JdbcClient jdbc, JsonMapper json, List<FrameworkListener> listeners, PendingEvents pending) {
        this.jdbc = jdbc;
        this.json = json;
        this.listeners = listeners;
        this.pending = pending;
    }

    @Override
    public String topic() {
        return Topics.FRAMEWORKS;
    }

    @Override
    public void handle(EventBatch batch) {
        List<FrameworkPublished> fresh = batch.read(FrameworkPublished.class)
                .sorted(Comparator.comparingInt(read -> read.body().version()))
                .filter(read -> follows(batch, read))
                .map(EventBatch.Read::body)
                .filter(this::store)
                .toList();
        fresh.forEach(version -> listeners.forEach(
                listener -> listener.published(version.framework(), version.version(), version.textOnly())));
        pending.release(fresh.stream().map(TakeInFrameworks::fact).toList());
    }

    private static String fact(FrameworkPublished version) {
        return fact(version.framework(), version.version());
    }

    private static String fact(String framework, int version) {
        return "framework:" + FrameworkPublished.key(framework, version);
    }

    private boolean follows(EventBatch batch, EventBatch.Read<FrameworkPublished> read) {
        String framework = read.body().framework();
        int before = read.body().version() - 1;
        boolean follows = before == 0
                || jdbc.sql("select exists (select from known_framework where framework = ? and version = ?)")
                        .params(framework, before)
                        .query(Boolean.class)
                        .single();
        if (!follows) {
            batch.defer(read.event(), fact(framework, before));
        }
        return follows;
    }

    /** One statement each: versions are few, and each is a whole document. */
    private boolean store(FrameworkPublished version) {
        return jdbc.sql("""
                        insert into known_framework (framework, version, text_only, published_at, digest, document)
                        values (:framework, :version, :textOnly, :publishedAt::timestamptz, :digest, :document)
                        on conflict do nothing
                        """)
                        .param("framework", version.framework())
                        .param("version", version.version())
                        .param("textOnly", version.textOnly())
                        .param("publishedAt", version.publishedAt().toString())
                        .param("digest", version.digest())
                        .param("document", json.writeValueAsString(version.document()))
                        .update()
                == 1;
    }
}
