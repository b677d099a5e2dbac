package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Reassignment;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code contest_reassignment}: appended, never changed. Whoever writes holds the engineer's lock. */
@Component
class Reassignments {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Reassignments(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(Contest contest, Reassignment next) {
        jdbc.sql("""
                        insert into contest_reassignment (contest, number, assigned_to, due_on, reason, assigned_by,
                            assigned_at)
                        values (:contest, :number, :assignedTo, :dueOn, :reason, :assignedBy, :assignedAt::timestamptz)
                        """)
                .param("contest", contest.id())
                .param("number", contest.reassignments().size() + 1)
                .param("assignedTo", next.assignedTo())
                .param("dueOn", next.dueOn())
                .param("reason", keys.toSeal(contest.engineer()).seal(next.reason()))
                .param("assignedBy", next.assignedBy())
                .param("assignedAt", next.assignedAt().toString())
                .update();
    }

    /** Oldest first, with sealed reasons; contests that stayed where they were are missing. */
    Map<UUID, List<Reassignment>> of(Collection<UUID> contests) {
        Map<UUID, List<Reassignment>> found = new HashMap<>();
        jdbc.sql("""
                        select contest, assigned_to, due_on, reason, assigned_by, assigned_at from contest_reassignment
                        where contest = any (:contests)
                        order by contest, number
                        """).param("contests", contests.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("contest", UUID.class), _ -> new ArrayList<>())
                    .add(new Reassignment(
                            row.getObject("assigned_to", UUID.class),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("reason"),
                            row.getString("assigned_by"),
                            row.getObject("assigned_at", OffsetDateTime.class).toInstant()));
        });
        return found;
    }
}
