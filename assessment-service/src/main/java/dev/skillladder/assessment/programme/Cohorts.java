package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code programme_cohort}. */
@Component
class Cohorts {

    private final JdbcClient jdbc;

    Cohorts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Cohort cohort) {
        jdbc.sql("""
                        insert into programme_cohort (id, framework, framework_version, programme, name_zh, name_en,
                            starts_on, created_by, created_at)
                        values (:id, :framework, :version, :programme, :zh, :en, :startsOn, :by, :at::timestamptz)
                        """)
                .param("id", cohort.id())
                .param("framework", cohort.framework())
                .param("version", cohort.frameworkVersion())
                .param("programme", cohort.programme())
                .param("zh", cohort.name().zh())
                .param("en", cohort.name().en())
                .param("startsOn", cohort.startsOn())
                .param("by", cohort.createdBy())
                .param("at", cohort.createdAt().toString())
                .update();
    }

    Optional<Cohort> find(UUID id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    /** Locks the cohort until the transaction ends: whoever admits somebody does this first. */
    Optional<Cohort> lock(UUID id) {
        return jdbc.sql("""
                        select id, framework, framework_version, programme, name_zh, name_en, starts_on, created_by,
                               created_at
                        from programme_cohort where id = :id for no key update
                        """).param("id", id).query((row, _) -> cohort(row)).optional();
    }

    Map<UUID, Cohort> of(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, framework, framework_version, programme, name_zh, name_en, starts_on, created_by,
                               created_at
                        from programme_cohort where id = any (:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).query((row, _) -> cohort(row)).list().stream()
                .collect(Collectors.toMap(Cohort::id, Function.identity()));
    }

    /** Newest first. */
    List<Cohort> page(Cursor after, int most) {
        return jdbc.sql("""
                        select id, framework, framework_version, programme, name_zh, name_en, starts_on, created_by,
                               created_at
                        from programme_cohort
                        where (created_at, id) < (:at::timestamptz, :id::uuid)
                        order by created_at desc, id desc limit :most
                        """)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> cohort(row))
                .list();
    }

    /** The newest version of every framework, by framework. */
    List<Newest> newest(String after, int most) {
        return jdbc.sql("""
                        select framework, max(version) as version from known_framework
                        where framework > :after group by framework order by framework limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Newest(row.getString("framework"), row.getInt("version")))
                .list();
    }

    private static Cohort cohort(ResultSet row) throws SQLException {
        return new Cohort(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getString("programme"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("starts_on", LocalDate.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    record Newest(String framework, int version) {}
}
