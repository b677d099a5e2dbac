package dev.skillladder.profile.engineer;

import dev.skillladder.profile.problem.FieldError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of engineers. */
@Component
class Engineers {

    private final JdbcClient jdbc;

    Engineers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Engineer> find(UUID id) {
        return jdbc.sql("""
                        select id, revision, recorded_at, identity, employee_number, name_zh, name_en, email,
                               hire_date, state
                          from engineer
                         where id = :id
                        """).param("id", id).query(Engineer::of).optional();
    }

    /** Waits for whoever changes the engineer now; lines and memberships that name the engineer go on. */
    Optional<Engineer> lock(UUID id) {
        return jdbc.sql("""
                        select id, revision, recorded_at, identity, employee_number, name_zh, name_en, email,
                               hire_date, state
                          from engineer
                         where id = :id
                           for no key update
                        """).param("id", id).query(Engineer::of).optional();
    }

    /** Adds an engineer at revision 1, unless the id exists. */
    boolean insert(UUID id, EngineerDetails details, Instant now) {
        return write("""
                        insert into engineer (id, revision, recorded_at, identity, employee_number, name_zh, name_en,
                                              email, hire_date, state)
                        values (:id, 1, :now, :identity, :number, :zh, :en, :email, :hired, :state)
                        on conflict (id) do nothing
                        """, id, details, now).update() == 1;
    }

    /** Replaces the details of a locked engineer. */
    void replace(UUID id, EngineerDetails details, Instant now) {
        expectOne(write("""
                        update engineer
                           set revision = revision + 1, recorded_at = :now, identity = :identity,
                               employee_number = :number, name_zh = :zh, name_en = :en, email = :email,
                               hire_date = :hired, state = :state
                         where id = :id
                        """, id, details, now).update(), id);
    }

    /** Counts a change that was made elsewhere to a locked engineer. */
    void touch(UUID id, Instant now) {
        expectOne(
                jdbc.sql("update engineer set revision = revision + 1, recorded_at = :now where id = :id")
                        .params(Map.of("id", id, "now", now.atOffset(ZoneOffset.UTC)))
                        .update(),
                id);
    }

    /** What of these details belongs to somebody else. */
    List<FieldError> taken(UUID id, EngineerDetails details) {
        List<FieldError> taken = new ArrayList<>();
        jdbc.sql("""
                        select bool_or(employee_number = :number) as number,
                               bool_or(lower(email) = lower(:email)) as email,
                               bool_or(identity = :identity) as identity
                          from engineer
                         where id <> :id
                           and (employee_number = :number or lower(email) = lower(:email) or identity = :identity)
                        """)
                .param("id", id)
                .param("number", details.employeeNumber())
                .param("email", details.email())
                .param("identity", details.identity())
                .query(row -> {
                    if (row.getBoolean("number")) {
                        taken.add(taken("employeeNumber", details.employeeNumber()));
                    }
                    if (row.getBoolean("email")) {
                        taken.add(taken("email", details.email()));
                    }
                    if (row.getBoolean("identity")) {
                        taken.add(taken("identity", String.valueOf(details.identity())));
                    }
                });
        return taken;
    }

    private static FieldError taken(String field, String value) {
        return new FieldError(
                "/" + field,
                field + " " + value + " belongs to another engineer. Find that one with ?q=, or correct the value.");
    }

    private StatementSpec write(String sql, UUID id, EngineerDetails details, Instant now) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("identity", details.identity())
                .param("number", details.employeeNumber())
                .param("zh", details.name().zh())
                .param("en", details.name().en())
                .param("email", details.email())
                .param("hired", details.hireDate())
                .param("state", details.state().name());
    }

    private static void expectOne(int rows, UUID id) {
        if (rows != 1) {
            throw new IllegalStateException("engineer " + id + " is gone, although it was locked before");
        }
    }
}
