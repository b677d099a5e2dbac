package dev.skillladder.assessment.conflict;

import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of declared conflicts; a row stays when it is ended. Reasons are sealed with the subject's key. */
@Component
public class ConflictsOfInterest {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    ConflictsOfInterest(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Those of the given people who must not review the subject now. */
    public Set<UUID> inConflictWith(UUID subject, Collection<UUID> reviewers) {
        return Set.copyOf(jdbc.sql("""
                        select reviewer from conflict_of_interest
                        where subject = :subject and reviewer = any (:reviewers::uuid[]) and ended_at is null
                        """)
                .param("subject", subject)
                .param("reviewers", reviewers.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** Stores a conflict, unless one is declared between the two already. */
    boolean add(ConflictOfInterest declared) {
        return jdbc.sql("""
                        insert into conflict_of_interest (id, subject, reviewer, declared_by, declared_as, reason, declared_at)
                        values (:id, :subject, :reviewer, :by, :as, :reason, :at::timestamptz)
                        on conflict (subject, reviewer) where ended_at is null do nothing
                        """)
                        .param("id", declared.id())
                        .param("subject", declared.subject())
                        .param("reviewer", declared.reviewer())
                        .param("by", declared.declaredBy())
                        .param("as", declared.declaredAs().name())
                        .param("reason", keys.toSeal(declared.subject()).seal(declared.reason()))
                        .param("at", declared.declaredAt().toString())
                        .update()
                == 1;
    }

    Optional<ConflictOfInterest> find(UUID id) {
        return opened(jdbc.sql("""
                                select id, subject, reviewer, declared_by, declared_as, reason, declared_at, ended_at,
                                       ended_by, end_reason
                                from conflict_of_interest where id = :id
                                """)
                        .param("id", id)
                        .query((row, _) -> conflict(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Newest first; of one declarer if one is given. */
    List<ConflictOfInterest> page(@Nullable String declaredBy, Cursor after, int limit) {
        return opened(jdbc.sql("""
                        select id, subject, reviewer, declared_by, declared_as, reason, declared_at, ended_at, ended_by,
                               end_reason
                        from conflict_of_interest
                        where (:by::text is null or declared_by = :by::text)
                          and (declared_at, id) < (:at::timestamptz, :id)
                        order by declared_at desc, id desc
                        limit :limit
                        """)
                .param("by", declaredBy)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> conflict(row))
                .list());
    }

    /** Ends a conflict that has not ended. */
    boolean end(UUID id, UUID subject, String by, String reason, Instant now) {
        return jdbc.sql("""
                        update conflict_of_interest
                        set ended_at = :now::timestamptz, ended_by = :by, end_reason = :reason
                        where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("reason", keys.toSeal(subject).seal(reason))
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    private List<ConflictOfInterest> opened(List<ConflictOfInterest> sealed) {
        Map<UUID, SubjectKey> known =
                keys.toOpen(sealed.stream().map(ConflictOfInterest::subject).toList());
        return sealed.stream()
                .map(row -> row.opened(Objects.requireNonNull(known.get(row.subject()))))
                .toList();
    }

    private static ConflictOfInterest conflict(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ConflictOfInterest(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getObject("reviewer", UUID.class),
                row.getString("declared_by"),
                ConflictOfInterest.DeclaredAs.valueOf(row.getString("declared_as")),
                row.getString("reason"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }
}
