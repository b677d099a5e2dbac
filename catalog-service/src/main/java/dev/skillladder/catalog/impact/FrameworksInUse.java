package dev.skillladder.catalog.impact;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frameworks that somebody holds, or once held, a role of. */
@Component
class FrameworksInUse {

    private final JdbcClient jdbc;

    FrameworksInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String framework) {
        jdbc.sql("insert into frameworks_in_use (framework) values (:framework) on conflict (framework) do nothing")
                .param("framework", framework)
                .update();
    }

    boolean contains(String framework) {
        return jdbc.sql("select exists (select from frameworks_in_use where framework = :framework)")
                .param("framework", framework)
                .query(Boolean.class)
                .single();
    }
}
