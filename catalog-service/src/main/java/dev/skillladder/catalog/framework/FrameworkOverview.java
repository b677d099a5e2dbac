package dev.skillladder.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists and the front page of a framework show. A framework without a version is shown to curators only. */
@Component
class FrameworkOverview {

    private final JdbcClient jdbc;

    FrameworkOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FrameworkSummary> list(boolean curator, String after, int rows) {
        return jdbc.sql("""
                select id, name_zh, name_en, latest_version, published_at, retired_at is not null as retired
                from frameworks
                where id > :after and (:curator or latest_version is not null)
                order by id
                limit :rows
                """)
                .param("after", after)
                .param("curator", curator)
                .param("rows", rows)
                .query(FrameworkOverview::summary)
                .list();
    }

    FrameworkDetail get(String framework, boolean curator) {
        FrameworkSummary summary = jdbc.sql("""
                select id, name_zh, name_en, latest_version, published_at, retired_at is not null as retired
                from frameworks
                where id = :id and (:curator or latest_version is not null)
                """)
                .param("id", framework)
                .param("curator", curator)
                .query(FrameworkOverview::summary)
                .optional()
                .orElseThrow(() -> Frameworks.notFound(framework));
        return new FrameworkDetail(
                summary.id(), summary.name(), summary.state(), versions(framework), curator ? drafts(framework) : null);
    }

    private List<VersionSummary> versions(String framework) {
        return jdbc.sql("""
                select version, published_at, text_only, digest
                from framework_versions
                where framework = :framework
                order by version
                """)
                .param("framework", framework)
                .query((row, number) -> new VersionSummary(
                        row.getInt("version"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getBoolean("text_only"),
                        row.getString("digest")))
                .list();
    }

    private List<DraftSummary> drafts(String framework) {
        return jdbc.sql("""
                select id, based_on, updated_at, revision
                from drafts
                where framework = :framework
                order by updated_at desc, id
                """)
                .param("framework", framework)
                .query((row, number) -> new DraftSummary(
                        row.getObject("id", UUID.class),
                        row.getObject("based_on", Integer.class),
                        row.getTimestamp("updated_at").toInstant(),
                        Preconditions.etag(row.getLong("revision"))))
                .list();
    }

    private static FrameworkSummary summary(ResultSet row, int number) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        Timestamp published = row.getTimestamp("published_at");
        return new FrameworkSummary(
                row.getString("id"),
                new Text(zh == null ? "" : zh, en == null ? "" : en),
                row.getObject("latest_version", Integer.class),
                published == null ? null : published.toInstant(),
                row.getBoolean("retired") ? State.RETIRED : State.ACTIVE);
    }

    /** A framework in a list; version and day are null until something is published. */
    record FrameworkSummary(
            String id,
            Text name,
            @Nullable Integer latestVersion,
            @Nullable Instant publishedAt,
            State state) {}

    /** Whether a framework goes on. */
    enum State {
        /** It takes drafts and versions. */
        ACTIVE,
        /** It is only read. */
        RETIRED
    }

    /** A framework with its versions, oldest first, and for curators its drafts, changed last first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FrameworkDetail(
            String id,
            Text name,
            State state,
            List<VersionSummary> versions,
            @Nullable List<DraftSummary> drafts) {}

    /** A published version without its document. */
    record VersionSummary(int version, Instant publishedAt, boolean textOnly, String digest) {}

    /** A draft without its document; {@code basedOn} is null if it started from a document. */
    record DraftSummary(UUID id, @Nullable Integer basedOn, Instant updatedAt, String etag) {}
}
