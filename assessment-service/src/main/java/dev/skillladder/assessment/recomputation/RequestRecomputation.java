package dev.skillladder.assessment.recomputation;

import dev.skillladder.assessment.knownframework.FrameworkListener;
import dev.skillladder.assessment.level.ComputeLevels;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores a job together with each new version that can change results: for those who hold a role, and for those who are
 * known by its skills only.
 */
@Component
class RequestRecomputation implements FrameworkListener {

    private final JdbcClient jdbc;
    private final ComputeLevels compute;
    private final Clock clock;

    RequestRecomputation(JdbcClient jdbc, ComputeLevels compute, Clock clock) {
        this.jdbc = jdbc;
        this.compute = compute;
        this.clock = clock;
    }

    @Override
    public void published(String framework, int version, boolean textOnly) {
        if (textOnly) {
            return;
        }
        compute.holdStarts();
        UUID id = UUID.randomUUID();
        // total is counted from the list itself, after it is stored
        jdbc.sql("""
                        insert into recomputation (id, framework, version, requested_at, total)
                        values (:id, :framework, :version, :now::timestamptz, 0)
                        """)
                .param("id", id)
                .param("framework", framework)
                .param("version", version)
                .param("now", clock.instant().toString())
                .update();
        int total = jdbc.sql("""
                        insert into recomputation_person (recomputation, engineer)
                        select :id::uuid, engineer from known_role_assignment
                        where framework = :framework and from_day <= :today and (to_day is null or to_day >= :today)
                        union
                        select :id::uuid, engineer from estimate where framework = :framework
                        """)
                .param("id", id)
                .param("framework", framework)
                .param("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        jdbc.sql("update recomputation set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
    }
}
