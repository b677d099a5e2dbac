package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code programme_participant} and {@code programme_change}: every revision leaves a row, its
 * reason sealed with the engineer's key.
 */
@Component
class Participants {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Participants(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Whether the person took part in nothing else. */
    boolean add(Participant participant, String reason, String by) {
        boolean added = jdbc.sql("""
                        insert into programme_participant (cohort, engineer, mentor, state, revision, admitted_at)
                        values (:cohort, :engineer, :mentor, :state, :revision, :at::timestamptz)
                        on conflict do nothing
                        """)
                        .param("cohort", participant.cohort())
                        .param("engineer", participant.engineer())
                        .param("mentor", participant.mentor(), Types.OTHER)
                        .param("state", participant.state().name())
                        .param("revision", participant.revision())
                        .param("at", participant.admittedAt().toString())
                        .update()
                == 1;
        if (added) {
            trace(participant, reason, by, participant.admittedAt());
        }
        return added;
    }

    /** Whether nobody changed it since {@code participant}'s revision minus one. */
    boolean change(Participant participant, String reason, String by, Instant at) {
        boolean changed = jdbc.sql("""
                        update programme_participant set mentor = :mentor, state = :state, revision = :revision
                        where cohort = :cohort and engineer = :engineer and revision = :revision - 1
                        """)
                        .param("mentor", participant.mentor(), Types.OTHER)
                        .param("state", participant.state().name())
                        .param("revision", participant.revision())
                        .param("cohort", participant.cohort())
                        .param("engineer", participant.engineer())
                        .update()
                == 1;
        if (changed) {
            trace(participant, reason, by, at);
        }
        return changed;
    }

    Optional<Participant> find(UUID cohort, UUID engineer) {
        return jdbc.sql("""
                        select cohort, engineer, mentor, state, revision, admitted_at
                        from programme_participant where cohort = :cohort and engineer = :engineer
                        """)
                .param("cohort", cohort)
                .param("engineer", engineer)
                .query((row, _) -> participant(row))
                .optional();
    }

    /** The programme the person is in, else the newest they were in. */
    Optional<Participant> of(UUID engineer) {
        return jdbc.sql("""
                        select cohort, engineer, mentor, state, revision, admitted_at
                        from programme_participant where engineer = :engineer
                        order by state = 'ACTIVE' desc, admitted_at desc limit 1
                        """)
                .param("engineer", engineer)
                .query((row, _) -> participant(row))
                .optional();
    }

    List<Participant> in(UUID cohort) {
        return jdbc.sql("""
                        select cohort, engineer, mentor, state, revision, admitted_at
                        from programme_participant where cohort = :cohort order by engineer
                        """)
                .param("cohort", cohort)
                .query((row, _) -> participant(row))
                .list();
    }

    /** Whom somebody looks after, by id. */
    List<Participant> mentoredBy(UUID mentor, UUID after, int most) {
        return jdbc.sql("""
                        select cohort, engineer, mentor, state, revision, admitted_at
                        from programme_participant
                        where mentor = :mentor and state = 'ACTIVE' and engineer > :after
                        order by engineer limit :most
                        """)
                .param("mentor", mentor)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> participant(row))
                .list();
    }

    private void trace(Participant participant, String reason, String by, Instant at) {
        jdbc.sql("""
                        insert into programme_change (cohort, engineer, revision, mentor, state, reason, changed_by,
                            changed_at)
                        values (:cohort, :engineer, :revision, :mentor, :state, :reason, :by, :at::timestamptz)
                        """)
                .param("cohort", participant.cohort())
                .param("engineer", participant.engineer())
                .param("revision", participant.revision())
                .param("mentor", participant.mentor(), Types.OTHER)
                .param("state", participant.state().name())
                .param("reason", keys.toSeal(participant.engineer()).seal(reason))
                .param("by", by)
                .param("at", at.toString())
                .update();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getObject("cohort", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getObject("mentor", UUID.class),
                State.valueOf(row.getString("state")),
                row.getLong("revision"),
                row.getObject("admitted_at", OffsetDateTime.class).toInstant());
    }
}
