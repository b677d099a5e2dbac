package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.history.Entry;
import dev.skillladder.catalog.history.Happening;
import dev.skillladder.catalog.history.History;
import dev.skillladder.catalog.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of drafts; every change of it is in the history too. */
@Component
public class Drafts {

    /** Autosaves make many changes; the history has them all. */
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final History history;

    Drafts(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** One draft of a framework. */
    public Draft get(String framework, UUID draft) {
        return jdbc.sql("""
                select id, framework, based_on, revision, updated_at, updated_by, document
                from drafts
                where id = :id and framework = :framework
                """)
                .param("id", draft)
                .param("framework", framework)
                .query(Drafts::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "draft-not-found",
                        "Framework '%s' has no draft %s; it may have been deleted.".formatted(framework, draft)));
    }

    /** A draft of the framework that holds exactly this canonical JSON, the one changed last if there are several. */
    public Optional<Draft> holding(String framework, String document) {
        return jdbc.sql("""
                select id, framework, based_on, revision, updated_at, updated_by, document
                from drafts
                where framework = :framework and md5(document) = md5(:document) and document = :document
                order by updated_at desc
                limit 1
                """)
                .param("framework", framework)
                .param("document", document)
                .query(Drafts::read)
                .optional();
    }

    /** Its newest changes, oldest first. */
    List<DraftChange> history(Draft draft) {
        return history.ofDraft(draft.framework(), draft.id(), SHOWN).stream()
                .map(DraftChange::of)
                .toList();
    }

    void add(Draft draft, List<Change> changes) {
        jdbc.sql("""
                insert into drafts (id, framework, based_on, revision, document, updated_at, updated_by)
                values (:id, :framework, :basedOn, :revision, :document, :at, :by)
                """)
                .param("id", draft.id())
                .param("framework", draft.framework())
                .param("basedOn", draft.basedOn())
                .param("revision", draft.revision())
                .param("document", draft.document())
                .param("at", Timestamp.from(draft.updatedAt()))
                .param("by", draft.updatedBy())
                .update();
        remember(draft, Happening.CREATED, changes);
    }

    /** Stores the next revision; the caller holds the framework's lock, so only the revision before can be there. */
    void replace(Draft next, Happening what, List<Change> changes) {
        int rows = jdbc.sql("""
                update drafts set revision = :revision, document = :document, updated_at = :at, updated_by = :by
                where id = :id and revision = :revision - 1
                """)
                .param("id", next.id())
                .param("revision", next.revision())
                .param("document", next.document())
                .param("at", Timestamp.from(next.updatedAt()))
                .param("by", next.updatedBy())
                .update();
        expectOne(rows, next);
        remember(next, what, changes);
    }

    void delete(Draft last) {
        int rows = jdbc.sql("delete from drafts where id = :id and revision = :revision - 1")
                .param("id", last.id())
                .param("revision", last.revision())
                .update();
        expectOne(rows, last);
        remember(last, Happening.DELETED, List.of());
    }

    private void remember(Draft draft, Happening what, List<Change> changes) {
        history.add(
                Entry.ofDraft(
                        draft.framework(), what, draft.id(), draft.revision(), draft.updatedAt(), draft.updatedBy()),
                changes);
    }

    private static void expectOne(int rows, Draft draft) {
        if (rows != 1) {
            throw new IllegalStateException("draft %s changed although its framework was locked".formatted(draft.id()));
        }
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getObject("based_on", Integer.class),
                row.getLong("revision"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"),
                row.getString("document"));
    }
}
