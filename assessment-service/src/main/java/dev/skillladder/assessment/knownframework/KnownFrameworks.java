package dev.skillladder.assessment.knownframework;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The published framework versions that have arrived here. A version never changes, so documents are kept in memory. */
@Component
public class KnownFrameworks {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Version, FrameworkDocument> documents = new ConcurrentHashMap<>();
    private final Map<Version, Rateable> rateables = new ConcurrentHashMap<>();

    KnownFrameworks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The document of a version.
     *
     * @throws IllegalArgumentException if it is not known; ask {@link #find} where that can happen
     */
    public FrameworkDocument document(String framework, int version) {
        return find(framework, version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "framework %s version %d is not known".formatted(framework, version)));
    }

    /** The document of a version, empty if it has not arrived. */
    public Optional<FrameworkDocument> find(String framework, int version) {
        Version key = new Version(framework, version);
        FrameworkDocument cached = documents.get(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<FrameworkDocument> stored = jdbc.sql("""
                        select document from known_framework where framework = :framework and version = :version
                        """)
                .param("framework", framework)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(document -> json.readValue(document, FrameworkDocument.class));
        stored.ifPresent(document -> documents.put(key, document));
        return stored;
    }

    /** What can be rated in a version, empty if it has not arrived. */
    public Optional<Rateable> rateable(String framework, int version) {
        Version key = new Version(framework, version);
        Rateable cached = rateables.get(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Rateable> stored = find(framework, version).map(Rateable::new);
        stored.ifPresent(rateable -> rateables.put(key, rateable));
        return stored;
    }

    /** The newest known version. */
    public OptionalInt latest(String framework) {
        return jdbc.sql("select max(version) from known_framework where framework = :framework")
                .param("framework", framework)
                .query((row, _) -> {
                    int version = row.getInt(1);
                    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
                })
                .single();
    }

    private record Version(String framework, int version) {}
}
