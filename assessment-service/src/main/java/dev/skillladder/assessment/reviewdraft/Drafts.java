package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.reviewdraft.Draft.Saved;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of drafts and their skills; comments are sealed with the subject's key. Whoever writes holds the draft's lock. */
@Component
public class Drafts {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Drafts(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** A draft without its skills. */
    record Head(
            String framework,
            int frameworkVersion,
            @Nullable LocalDate observedOn,
            long revision,
            long opened,
            boolean open,
            Instant updatedAt) {}

    /** @param saved null if the skill was cleared */
    record Row(long revision, @Nullable Saved saved) {}

    /** The draft's row, open or not; null if there was never one. Nobody else changes or begins it in this transaction. */
    @Nullable Head locked(DraftKey key) {
        // no row to lock before the first save, hence a lock of the key
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "review_draft " + key)
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        select framework, framework_version, observed_on, revision, opened, open, updated_at
                        from review_draft
                        where rater = :rater and subject = :subject and kind = :kind
                        """)
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .query((row, _) -> head(row))
                .optional()
                .orElse(null);
    }

    /** Everything that was saved about skills, the cleared ones as well. */
    Map<String, Row> rows(DraftKey key) {
        Map<String, Row> rows = new LinkedHashMap<>();
        SubjectKey subject = keys.toOpen(key.subject());
        jdbc.sql("""
                        select skill, revision, saved_at, answer, value, comment, worked_little, evidence, cleared
                        from review_draft_rating
                        where rater = :rater and subject = :subject and kind = :kind
                        order by skill
                        """)
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .query(row -> {
                    rows.put(
                            row.getString("skill"),
                            new Row(row.getLong("revision"), row.getBoolean("cleared") ? null : saved(row, subject)));
                });
        return rows;
    }

    /** The open draft. */
    public Optional<Draft> find(DraftKey key) {
        return jdbc.sql("""
                        select framework, framework_version, observed_on, revision, opened, open, updated_at
                        from review_draft
                        where rater = :rater and subject = :subject and kind = :kind and open
                        """)
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .query((row, _) -> head(row))
                .optional()
                .map(head -> draft(key, head));
    }

    private Draft draft(DraftKey key, Head head) {
        Map<String, Saved> ratings = new LinkedHashMap<>();
        rows(key).forEach((skill, row) -> {
            if (row.saved() != null) {
                ratings.put(skill, row.saved());
            }
        });
        return new Draft(
                key.subject(),
                key.kind(),
                head.framework(),
                head.frameworkVersion(),
                head.observedOn(),
                head.revision(),
                head.updatedAt(),
                (int) ratings.values().stream()
                        .filter(saved -> saved.answer() != null)
                        .count(),
                ratings);
    }

    /** A rater's open drafts, newest first. */
    List<DraftItem> of(UUID rater, Cursor after, int most) {
        return jdbc.sql("""
                        select subject, kind, framework, framework_version, revision, updated_at,
                               (select count(*) from review_draft_rating rating
                                where rating.rater = draft.rater and rating.subject = draft.subject
                                  and rating.kind = draft.kind and rating.answer is not null) as answered
                        from review_draft draft
                        where rater = :rater and open and (updated_at, subject) < (:at::timestamptz, :id)
                        order by updated_at desc, subject desc
                        limit :most
                        """)
                .param("rater", rater)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> new DraftItem(
                        row.getObject("subject", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("framework"),
                        row.getInt("framework_version"),
                        row.getLong("revision"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        row.getInt("answered")))
                .list();
    }

    /**
     * Stores the head.
     *
     * @param begins nothing of an earlier draft stays
     */
    void write(DraftKey key, Head head, boolean begins) {
        if (begins) {
            forgetRatings(key);
        }
        int written = jdbc.sql("""
                        insert into review_draft as draft (rater, subject, kind, framework, framework_version, observed_on,
                                                           revision, opened, open, updated_at)
                        values (:rater, :subject, :kind, :framework, :version, :day::date, :revision, :opened, :open,
                                :now::timestamptz)
                        on conflict (rater, subject, kind) do update
                        set framework = excluded.framework, framework_version = excluded.framework_version,
                            observed_on = excluded.observed_on, revision = excluded.revision, opened = excluded.opened,
                            open = excluded.open, updated_at = excluded.updated_at
                        where draft.revision = excluded.revision - 1
                        """)
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("framework", head.framework())
                .param("version", head.frameworkVersion())
                .param(
                        "day",
                        head.observedOn() == null ? null : head.observedOn().toString())
                .param("revision", head.revision())
                .param("opened", head.opened())
                .param("open", head.open())
                .param("now", head.updatedAt().toString())
                .update();
        if (written != 1) {
            throw new IllegalStateException("%s is not at revision %d".formatted(key, head.revision() - 1));
        }
    }

    void writeRatings(DraftKey key, long revision, Map<String, @Nullable Saved> changed, Instant now) {
        List<Map.Entry<String, @Nullable Saved>> rows = List.copyOf(changed.entrySet());
        SubjectKey subject = keys.toSeal(key.subject());
        jdbc.sql("""
                        insert into review_draft_rating (rater, subject, kind, skill, revision, saved_at, answer, value,
                                                         comment, worked_little, evidence, cleared)
                        select :rater, :subject, :kind, skill, :revision, :now::timestamptz, answer, value, comment,
                               coalesce(worked_little, false), coalesce(evidence::uuid[], '{}'), worked_little is null
                        from unnest(:skills::text[], :answers::text[], :values::float8[], :comments::text[],
                                    :workedLittle::boolean[], :evidence::text[])
                            as given (skill, answer, value, comment, worked_little, evidence)
                        on conflict (rater, subject, kind, skill) do update
                        set revision = excluded.revision, saved_at = excluded.saved_at, answer = excluded.answer,
                            value = excluded.value, comment = excluded.comment, worked_little = excluded.worked_little,
                            evidence = excluded.evidence, cleared = excluded.cleared
                        """)
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("revision", revision)
                .param("now", now.toString())
                .param("skills", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("answers", texts(rows, Saved::answer))
                .param("values", texts(rows, Saved::value))
                .param("comments", texts(rows, saved -> subject.sealIfAny(saved.comment())))
                .param("workedLittle", texts(rows, Saved::workedLittle)) // null: cleared
                .param("evidence", texts(rows, Drafts::items))
                .update();
    }

    void forgetRatings(DraftKey key) {
        jdbc.sql("delete from review_draft_rating where rater = :rater and subject = :subject and kind = :kind")
                .param("rater", key.rater())
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .update();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getObject("observed_on", LocalDate.class),
                row.getLong("revision"),
                row.getLong("opened"),
                row.getBoolean("open"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Saved saved(ResultSet row, SubjectKey subject) throws SQLException {
        String answer = row.getString("answer");
        return new Saved(
                answer == null ? null : Answer.valueOf(answer),
                row.getObject("value", Double.class),
                subject.openIfAny(row.getString("comment")),
                row.getBoolean("worked_little"),
                List.of((UUID[]) row.getArray("evidence").getArray()),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    /** An array's text, since an array of arrays would have to be a rectangle. */
    private static String items(Saved saved) {
        return saved.evidence().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String[] texts(
            List<Map.Entry<String, @Nullable Saved>> rows, Function<Saved, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Saved saved = row.getValue();
                    Object cell = saved == null ? null : value.apply(saved);
                    return cell == null ? null : cell.toString();
                })
                .toArray(String[]::new);
    }
}
