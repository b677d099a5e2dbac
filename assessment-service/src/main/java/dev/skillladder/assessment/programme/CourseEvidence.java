package dev.skillladder.assessment.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence of tool courses: a course of the programme is done once evidence about one of its skills was handed in. */
@Component
class CourseEvidence {

    private final JdbcClient jdbc;

    CourseEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Per person and skill the first day, of what was not taken back. */
    List<Shown> since(LocalDate day, Collection<UUID> engineers) {
        return jdbc.sql("""
                        select item.subject, rating.skill, min(item.observed_on) as shown_on,
                               bool_or(item.state = 'VERIFIED') as verified
                        from evidence item
                        join evidence_rating rating on rating.evidence = item.id
                        where item.subject = any (:engineers) and item.kind = 'TOOL_COURSE' and item.state <> 'WITHDRAWN'
                          and item.observed_on >= :day
                        group by item.subject, rating.skill
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new Shown(
                        row.getObject("subject", UUID.class),
                        row.getString("skill"),
                        row.getObject("shown_on", LocalDate.class),
                        row.getBoolean("verified")))
                .list();
    }

    record Shown(UUID engineer, String skill, LocalDate on, boolean verified) {}
}
