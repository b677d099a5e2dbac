package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of evidence and its ratings. Whoever writes holds the lock on the subject's row. Texts are sealed with the
 * subject's key.
 */
@Component
class EvidenceItems {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    EvidenceItems(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(Evidence item) {
        List<Evidence.Rating> ratings = item.ratings();
        SubjectKey key = keys.toSeal(item.subject());
        jdbc.sql("""
                        with added as (
                            insert into evidence (id, subject, kind, title, link, framework, framework_version,
                                                  observed_on, valid_until, submitted_by, submitted_at, recorded_at,
                                                  revision, state)
                            values (:id, :subject, :kind, :title, :link, :framework, :version, :day, :validUntil::date,
                                    :submittedBy, :now::timestamptz, :now::timestamptz, :revision, :state)
                        )
                        insert into evidence_rating (evidence, position, skill, value)
                        select :id, position, skill, value
                        from unnest(:skills::text[], :values::float8[]) with ordinality as given (skill, value, position)
                        """)
                .param("id", item.id())
                .param("subject", item.subject())
                .param("kind", item.kind().name())
                .param("title", key.seal(item.title()))
                .param("link", key.sealIfAny(item.link()))
                .param("framework", item.framework())
                .param("version", item.frameworkVersion())
                .param("day", item.observedOn())
                .param("validUntil", text(item.validUntil()))
                .param("submittedBy", item.submittedBy())
                .param("now", item.recordedAt().toString())
                .param("revision", item.revision())
                .param("state", item.state().name())
                .param("skills", texts(ratings, Evidence.Rating::skill))
                .param("values", texts(ratings, Evidence.Rating::value))
                .update();
    }

    /** Replaces state and verification by the next revision's. */
    void update(Evidence item) {
        int updated = jdbc.sql("""
                        update evidence
                        set recorded_at = :now::timestamptz, revision = :revision, state = :state,
                            verified_by = :verifiedBy::uuid, verification_reason = :reason
                        where id = :id and revision = :revision - 1
                        """)
                .param("id", item.id())
                .param("now", item.recordedAt().toString())
                .param("revision", item.revision())
                .param("state", item.state().name())
                .param("verifiedBy", text(item.verifiedBy()))
                .param("reason", keys.toSeal(item.subject()).sealIfAny(item.verificationReason()))
                .update();
        if (updated != 1) {
            throw new IllegalStateException(
                    "evidence %s is not at revision %d".formatted(item.id(), item.revision() - 1));
        }
    }

    Optional<Evidence> find(UUID id) {
        return complete(jdbc.sql("""
                                select id, subject, kind, title, link, framework, framework_version, observed_on,
                                       valid_until, submitted_by, submitted_at, recorded_at, revision, state, verified_by,
                                       verification_reason
                                from evidence where id = :id
                                """)
                        .param("id", id)
                        .query((row, _) -> evidence(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** A person's evidence, newest first. */
    Page<Evidence> about(UUID subject, Cursor after, int limit) {
        Page<Found> page = Page.of(
                jdbc.sql("""
                                select id, subject, kind, title, link, framework, framework_version, observed_on,
                                       valid_until, submitted_by, submitted_at, recorded_at, revision, state, verified_by,
                                       verification_reason
                                from evidence
                                where subject = :subject and (submitted_at, id) < (:at::timestamptz, :id)
                                order by submitted_at desc, id desc
                                limit :limit
                                """)
                        .param("subject", subject)
                        .param("at", after.at().toString())
                        .param("id", after.id())
                        .param("limit", limit + 1)
                        .query((row, _) -> new Found(
                                evidence(row),
                                new Cursor(
                                        row.getObject("submitted_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("id", UUID.class))))
                        .list(),
                limit,
                Found::at);
        return new Page<>(complete(page.items().stream().map(Found::item).toList()), page.next());
    }

    /** Opens the texts of what was read and adds its ratings, with one query for each. */
    private List<Evidence> complete(List<Evidence> items) {
        Map<UUID, SubjectKey> keyOf =
                keys.toOpen(items.stream().map(Evidence::subject).toList());
        Map<UUID, List<Rated>> ratings = jdbc
                .sql("""
                        select evidence, skill, value from evidence_rating
                        where evidence = any (:items::uuid[]) order by evidence, position
                        """)
                .param("items", texts(items, Evidence::id))
                .query((row, _) -> new Rated(
                        row.getObject("evidence", UUID.class),
                        new Evidence.Rating(row.getString("skill"), row.getDouble("value"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Rated::item));
        return items.stream()
                .map(item -> item.opened(Objects.requireNonNull(keyOf.get(item.subject()))))
                .map(item -> item.with(ratings.getOrDefault(item.id(), List.of()).stream()
                        .map(Rated::rating)
                        .toList()))
                .toList();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                ActionKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("link"),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getObject("observed_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("submitted_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("revision"),
                Evidence.State.valueOf(row.getString("state")),
                row.getObject("verified_by", UUID.class),
                row.getString("verification_reason"),
                List.of());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Arrays go to PostgreSQL as texts and are cast there. */
    private static <T> String[] texts(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }

    private record Rated(UUID item, Evidence.Rating rating) {}

    private record Found(Evidence item, Cursor at) {}
}
