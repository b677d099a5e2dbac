package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts and their history. */
@Component
public class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    List<DraftChange> history(UUID draft) {
        return jdbc.sql("""
                select revision, change, changed_at, changed_by
                from draft_changes
                where draft = :draft
                order by revision
                """)
                .param("draft", draft)
                .query((row, number) -> new DraftChange(
                        row.getLong("revision"),
                        DraftChange.Kind.valueOf(row.getString("change")),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    void add(Draft draft) {
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
        remember(draft, DraftChange.Kind.CREATED);
    }

    /** Stores the next revision; the caller holds the framework's lock, so only the revision before can be there. */
    void replace(Draft next) {
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
        remember(next, DraftChange.Kind.REPLACED);
    }

    void delete(Draft last) {
        int rows = jdbc.sql("delete from drafts where id = :id and revision = :revision - 1")
                .param("id", last.id())
                .param("revision", last.revision())
                .update();
        expectOne(rows, last);
        remember(last, DraftChange.Kind.DELETED);
    }

    private void remember(Draft draft, DraftChange.Kind change) {
        jdbc.sql("""
                insert into draft_changes (draft, revision, framework, change, changed_at, changed_by)
                values (:draft, :revision, :framework, :change, :at, :by)
                """)
                .param("draft", draft.id())
                .param("revision", draft.revision())
                .param("framework", draft.framework())
                .param("change", change.name())
                .param("at", Timestamp.from(draft.updatedAt()))
                .param("by", draft.updatedBy())
                .update();
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
