package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Previews, kept for a week. */
@Component
class Imports {

    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Import get(String framework, UUID id) {
        return jdbc.sql("""
                select id, framework, format, file, base_draft, base_revision, base_version, added, changed, unchanged,
                       removed, refused, created_at, created_by, expires_at, applied_to
                from imports
                where id = :id and framework = :framework and expires_at > :now
                """)
                .param("id", id)
                .param("framework", framework)
                .param("now", Timestamp.from(clock.instant()))
                .query(Imports::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "import-not-found",
                        "Framework '%s' has no import %s. Previews are kept for %d days; send the file again."
                                .formatted(framework, id, KEPT.toDays())));
    }

    /** The result's canonical JSON. */
    String document(UUID id) {
        return jdbc.sql("select document from imports where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void add(Import added, String document) {
        jdbc.sql("""
                insert into imports
                    (id, framework, format, file, base_draft, base_revision, base_version, document, added, changed,
                     unchanged, removed, refused, created_at, created_by, expires_at)
                values
                    (:id, :framework, :format, :file, :draft, :revision, :version, :document, :added, :changed,
                     :unchanged, :removed, :refused, :createdAt, :createdBy, :expiresAt)
                """)
                .param("id", added.id())
                .param("framework", added.framework())
                .param("format", added.format())
                .param("file", added.file())
                .param("draft", added.base().draft())
                .param("revision", added.base().revision())
                .param("version", added.base().version())
                .param("document", document)
                .param("added", added.counts().added())
                .param("changed", added.counts().changed())
                .param("unchanged", added.counts().unchanged())
                .param("removed", added.counts().removed())
                .param("refused", added.counts().refused())
                .param("createdAt", Timestamp.from(added.createdAt()))
                .param("createdBy", added.createdBy())
                .param("expiresAt", Timestamp.from(added.expiresAt()))
                .update();
    }

    /** Remembers where it went; the caller holds the framework's lock. */
    void applied(UUID id, UUID draft) {
        int rows = jdbc.sql("update imports set applied_to = :draft where id = :id")
                .param("draft", draft)
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("import " + id + " vanished while it was applied");
        }
    }

    /** Forgets what is older than a week, rows included. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    @Transactional
    public void forget() {
        jdbc.sql("delete from imports where expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getString("format"),
                row.getString("file"),
                new Import.Base(
                        row.getObject("base_draft", UUID.class),
                        row.getObject("base_revision", Long.class),
                        row.getObject("base_version", Integer.class)),
                new Import.Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("removed"),
                        row.getInt("refused")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("applied_to", UUID.class));
    }
}
