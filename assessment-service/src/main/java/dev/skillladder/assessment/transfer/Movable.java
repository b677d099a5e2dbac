package dev.skillladder.assessment.transfer;

import dev.skillladder.contract.Text;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of a framework who have another role than the open one. */
@Component
class Movable {

    private final JdbcClient jdbc;

    Movable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A batch in id order.
     *
     * @param among null for everybody who works here
     */
    List<Person> after(UUID last, String framework, String role, @Nullable Collection<UUID> among, int most) {
        return jdbc.sql("""
                        select level.engineer, level.framework_version, level.role, level.confirmed,
                               person.name_zh, person.name_en
                        from engineer_level level
                        join known_engineer person on person.engineer = level.engineer and person.state = 'ACTIVE'
                        where level.engineer > :last and level.framework = :framework and level.role <> :role
                          and (:everybody or level.engineer = any (:among))
                        order by level.engineer limit :most
                        """)
                .param("last", last)
                .param("framework", framework)
                .param("role", role)
                .param("everybody", among == null)
                .param("among", among == null ? new UUID[0] : among.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> {
                    String zh = row.getString("name_zh");
                    String en = row.getString("name_en");
                    return new Person(
                            row.getObject("engineer", UUID.class),
                            row.getInt("framework_version"),
                            row.getString("role"),
                            row.getString("confirmed"),
                            zh == null || en == null ? null : new Text(zh, en));
                })
                .list();
    }

    record Person(
            UUID engineer,
            int version,
            String role,
            @Nullable String confirmed,
            @Nullable Text name) {}
}
