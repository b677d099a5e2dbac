package dev.skillladder.catalog.search;

import dev.skillladder.catalog.document.CanonicalJson;
import java.sql.ResultSet;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Fills the search tables of V030 from versions that were published before; pinyin is made in Java, not in SQL. */
@Component
class IndexPublishedSkills implements JavaMigration {

    private final CanonicalJson json;

    IndexPublishedSkills(CanonicalJson json) {
        this.json = json;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("031");
    }

    @Override
    public String getDescription() {
        return "index published skills";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        SkillTerms terms = new SkillTerms(jdbc);
        published(jdbc)
                .forEach(version -> terms.add(
                        version.framework(),
                        version.number(),
                        json.read(jdbc.sql("""
                        select document from framework_versions where framework = :framework and version = :version
                        """)
                                .param("framework", version.framework())
                                .param("version", version.number())
                                .query(String.class)
                                .single())));
    }

    private static List<Published> published(JdbcClient jdbc) {
        return jdbc.sql("select framework, version from framework_versions order by framework, version")
                .query((ResultSet row, int number) -> new Published(row.getString("framework"), row.getInt("version")))
                .list();
    }

    private record Published(String framework, int number) {}
}
