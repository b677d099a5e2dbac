package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.programme.Admission.Line;
import dev.skillladder.assessment.programme.Admission.Outcome;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code programme_admission}; what was seen and the reasons are sealed with the engineer's key. */
@Component
class Admissions {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SubjectKeys keys;

    Admissions(JdbcClient jdbc, JsonMapper json, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.json = json;
        this.keys = keys;
    }

    /** Whether it is the only open one of that person for the cohort. */
    boolean add(Admission admission, JsonNode given) {
        return jdbc.sql("""
                        insert into programme_admission (id, cohort, engineer, passed, given, lines, checked_by, checked_at)
                        values (:id, :cohort, :engineer, :passed, :given, :lines, :by, :at::timestamptz)
                        on conflict do nothing
                        """)
                        .param("id", admission.id())
                        .param("cohort", admission.cohort())
                        .param("engineer", admission.engineer())
                        .param("passed", admission.passed())
                        .param("given", keys.toSeal(admission.engineer()).seal(json.writeValueAsString(given)))
                        .param("lines", json.writeValueAsString(admission.lines()))
                        .param("by", admission.checkedBy())
                        .param("at", admission.checkedAt().toString())
                        .update()
                == 1;
    }

    /** Whether nobody had decided before. */
    boolean decide(Admission admission, Outcome outcome, String reason, String by, Instant at) {
        return jdbc.sql("""
                        update programme_admission
                        set outcome = :outcome, reason = :reason, decided_by = :by, decided_at = :at::timestamptz
                        where id = :id and outcome is null
                        """)
                        .param("outcome", outcome.name())
                        .param("reason", keys.toSeal(admission.engineer()).seal(reason))
                        .param("by", by)
                        .param("at", at.toString())
                        .param("id", admission.id())
                        .update()
                == 1;
    }

    Optional<Admission> find(UUID id) {
        return jdbc.sql("""
                        select id, cohort, engineer, passed, lines, checked_by, checked_at, outcome, reason, decided_by,
                               decided_at
                        from programme_admission where id = :id
                        """)
                .param("id", id)
                .query((row, _) -> admission(row))
                .optional()
                .map(admission -> opened(List.of(admission)).getFirst());
    }

    /** Newest first. */
    List<Admission> page(UUID cohort, Cursor after, int most) {
        return opened(jdbc.sql("""
                        select id, cohort, engineer, passed, lines, checked_by, checked_at, outcome, reason, decided_by,
                               decided_at
                        from programme_admission
                        where cohort = :cohort and (checked_at, id) < (:at::timestamptz, :id::uuid)
                        order by checked_at desc, id desc limit :most
                        """)
                .param("cohort", cohort)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> admission(row))
                .list());
    }

    private List<Admission> opened(List<Admission> sealed) {
        Map<UUID, SubjectKey> found =
                keys.toOpen(sealed.stream().map(Admission::engineer).collect(Collectors.toSet()));
        return sealed.stream()
                .map(admission -> admission.withReason(
                        Objects.requireNonNull(found.get(admission.engineer())).openIfAny(admission.reason())))
                .toList();
    }

    private Admission admission(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Admission(
                row.getObject("id", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getBoolean("passed"),
                json.readValue(row.getString("lines"), LINES),
                row.getString("checked_by"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
