package dev.skillladder.assessment.development;

import dev.skillladder.assessment.development.DevelopmentAction.Status;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code development_action} and {@code development_action_change}: every revision leaves a row. Texts are sealed
 * with the engineer's key.
 */
@Component
class Actions {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Actions(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(DevelopmentAction action) {
        SubjectKey key = keys.toSeal(action.engineer());
        jdbc.sql("""
                        insert into development_action (id, engineer, framework, skills, kind, template, title, description,
                            due_on, status, cycle, revision, created_by, created_at, changed_at)
                        values (:id, :engineer, :framework, :skills, :kind, :template, :title, :description,
                            :dueOn, :status, null, 1, :createdBy, :createdAt::timestamptz, :createdAt::timestamptz)
                        """)
                .param("id", action.id())
                .param("engineer", action.engineer())
                .param("framework", action.framework())
                .param("skills", action.skills().toArray(String[]::new))
                .param("kind", action.kind().name())
                .param("template", action.template())
                .param("title", key.seal(action.title()))
                .param("description", key.sealIfAny(action.description()))
                .param("dueOn", action.dueOn())
                .param("status", action.status().name())
                .param("createdBy", action.createdBy())
                .param("createdAt", action.createdAt().toString())
                .update();
        trace(action, "CREATED", null, action.createdBy());
    }

    /** The caller holds the person's lock. */
    void change(DevelopmentAction action, String reason, UUID by) {
        SubjectKey key = keys.toSeal(action.engineer());
        int changed = jdbc.sql("""
                        update development_action
                        set title = :title, description = :description, due_on = :dueOn, status = :status,
                            revision = :revision, changed_at = :changedAt::timestamptz
                        where id = :id and revision = :revision - 1
                        """)
                .param("title", key.seal(action.title()))
                .param("description", key.sealIfAny(action.description()))
                .param("dueOn", action.dueOn())
                .param("status", action.status().name())
                .param("revision", action.revision())
                .param("changedAt", action.changedAt().toString())
                .param("id", action.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("action %s changed without its person's lock".formatted(action.id()));
        }
        trace(action, "CHANGED", key.seal(reason), by);
    }

    /** Takes what these people have not ended to a cycle; answers how many actions that were. */
    int carry(Collection<UUID> engineers, UUID cycle, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                        with carried as (
                            update development_action
                            set cycle = :cycle, revision = revision + 1, changed_at = :now::timestamptz
                            where engineer = any (:engineers) and status in ('OPEN', 'STARTED')
                              and cycle is distinct from :cycle
                            returning id, revision, status, due_on
                        )
                        insert into development_action_change (action, revision, what, status, due_on, cycle, reason,
                            changed_by, changed_at)
                        select id, revision, 'CARRIED', status, due_on, :cycle, null, :by, :now::timestamptz from carried
                        """)
                .param("cycle", cycle)
                .param("now", now.toString())
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("by", by, Types.OTHER)
                .update();
    }

    /** Who has actions that are not ended, by id. */
    List<UUID> peopleWithOpenOnes(UUID after, int most) {
        return jdbc.sql("""
                        select distinct engineer from development_action
                        where status in ('OPEN', 'STARTED') and engineer > :after order by engineer limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }

    Optional<DevelopmentAction> find(UUID id, LocalDate today) {
        return jdbc.sql("""
                        select id, engineer, framework, skills, kind, template, title, description, due_on, status, cycle,
                               revision, created_by, created_at, changed_at
                        from development_action where id = :id
                        """)
                .param("id", id)
                .query((row, _) -> action(row, today, keys.toOpen(row.getObject("engineer", UUID.class))))
                .optional();
    }

    /** Newest first. */
    List<DevelopmentAction> page(UUID engineer, @Nullable Status status, Cursor after, int most, LocalDate today) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select id, engineer, framework, skills, kind, template, title, description, due_on, status, cycle,
                               revision, created_by, created_at, changed_at
                        from development_action
                        where engineer = :engineer and status = coalesce(:status, status)
                          and (created_at, id) < (:at::timestamptz, :id::uuid)
                        order by created_at desc, id desc limit :most
                        """)
                .param("engineer", engineer)
                .param("status", status == null ? null : status.name())
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> action(row, today, key))
                .list();
    }

    /** Newest first, those before that revision. */
    List<ActionChange> changes(DevelopmentAction action, long before, int most) {
        SubjectKey key = keys.toOpen(action.engineer());
        return jdbc.sql("""
                        select revision, what, status, due_on, cycle, reason, changed_by, changed_at
                        from development_action_change
                        where action = :action and revision < :before order by revision desc limit :most
                        """)
                .param("action", action.id())
                .param("before", before)
                .param("most", most)
                .query((row, _) -> new ActionChange(
                        row.getLong("revision"),
                        row.getString("what"),
                        Status.valueOf(row.getString("status")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("cycle", UUID.class),
                        key.openIfAny(row.getString("reason")),
                        row.getObject("changed_by", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void trace(DevelopmentAction action, String what, @Nullable String reason, UUID by) {
        jdbc.sql("""
                        insert into development_action_change (action, revision, what, status, due_on, cycle, reason,
                            changed_by, changed_at)
                        select id, revision, :what, status, due_on, cycle, :reason, :by, changed_at
                        from development_action where id = :id
                        """)
                .param("what", what)
                .param("reason", reason)
                .param("by", by)
                .param("id", action.id())
                .update();
    }

    private static DevelopmentAction action(ResultSet row, LocalDate today, SubjectKey key) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new DevelopmentAction(
                row.getObject("id", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getString("framework"),
                List.of((String[]) row.getArray("skills").getArray()),
                ActionKind.valueOf(row.getString("kind")),
                row.getString("template"),
                key.open(row.getString("title")),
                key.openIfAny(row.getString("description")),
                dueOn,
                status,
                !status.ended() && dueOn.isBefore(today),
                row.getObject("cycle", UUID.class),
                row.getLong("revision"),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
