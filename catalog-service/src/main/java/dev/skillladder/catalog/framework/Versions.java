package dev.skillladder.catalog.framework;

import dev.skillladder.catalog.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published versions; the database refuses to change them. */
@Component
public class Versions {

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One version. */
    public PublishedVersion get(String framework, int version) {
        return jdbc.sql("""
                select framework, version, text_only, published_at, digest, document
                from framework_versions
                where framework = :framework and version = :version
                """)
                .param("framework", framework)
                .param("version", version)
                .query(Versions::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "version-not-found",
                        "There is no published version " + version + " of framework '" + framework + "'."));
    }

    /** The newest version, if anything was published. */
    public Optional<PublishedVersion> newest(String framework) {
        return jdbc.sql("""
                select framework, version, text_only, published_at, digest, document
                from framework_versions
                where framework = :framework
                order by version desc
                limit 1
                """).param("framework", framework).query(Versions::read).optional();
    }

    /** The skill mappings of the versions after one up to another, oldest first, as JSON arrays. */
    public List<String> mappings(String framework, int after, int upTo) {
        return jdbc.sql("""
                select mappings
                from framework_versions
                where framework = :framework and version > :after and version <= :upTo and mappings <> '[]'
                order by version
                """)
                .param("framework", framework)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, number) -> row.getString("mappings"))
                .list();
    }

    /**
     * Adds a version; the caller has locked the framework.
     *
     * @param mappings the document's skill mappings, as a JSON array
     */
    public void add(PublishedVersion version, String mappings, String person, UUID draft, long draftRevision) {
        jdbc.sql("""
                insert into framework_versions
                    (framework, version, text_only, published_at, published_by, draft, draft_revision, digest, document,
                     mappings)
                values
                    (:framework, :version, :textOnly, :at, :person, :draft, :draftRevision, :digest, :document,
                     :mappings)
                """)
                .param("framework", version.id())
                .param("version", version.version())
                .param("textOnly", version.textOnly())
                .param("at", Timestamp.from(version.publishedAt()))
                .param("person", person)
                .param("draft", draft)
                .param("draftRevision", draftRevision)
                .param("digest", version.digest())
                .param("document", version.document())
                .param("mappings", mappings)
                .update();
    }

    private static PublishedVersion read(ResultSet row, int number) throws SQLException {
        return new PublishedVersion(
                row.getString("framework"),
                row.getInt("version"),
                row.getBoolean("text_only"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("digest"),
                row.getString("document"));
    }
}
