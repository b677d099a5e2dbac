package dev.skillladder.assessment.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code programme_milestone_told}: of which milestone each participant was reminded. */
@Component
class MilestonesToTell {

    private final JdbcClient jdbc;

    MilestonesToTell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cohorts in which somebody takes part. */
    List<UUID> cohorts() {
        return jdbc.sql("select distinct cohort from programme_participant where state = 'ACTIVE' order by cohort")
                .query((row, _) -> row.getObject("cohort", UUID.class))
                .list();
    }

    /** Marks whom nobody has told yet; what another instance marks at the same moment is not in the answer. */
    List<Reminder> claim(Collection<Moment> moments, Instant now, int most) {
        return jdbc.sql("""
                        with untold as (
                            select participant.cohort, participant.engineer, moment.month, moment.late
                            from unnest(:cohorts::uuid[], :months::int[], :late::bool[]) as moment (cohort, month, late)
                            join programme_participant participant
                              on participant.cohort = moment.cohort and participant.state = 'ACTIVE'
                            where not exists (
                                select from programme_milestone_told told
                                where told.cohort = participant.cohort and told.engineer = participant.engineer
                                  and told.month = moment.month and told.late = moment.late)
                            order by participant.cohort, participant.engineer, moment.month
                            limit :most
                        ), told as (
                            insert into programme_milestone_told (cohort, engineer, month, late, told_at)
                            select cohort, engineer, month, late, :now::timestamptz from untold
                            on conflict do nothing
                            returning cohort, engineer, month, late
                        )
                        select told.cohort, told.engineer, told.month, told.late, participant.mentor
                        from told join programme_participant participant using (cohort, engineer)
                        """)
                .param("cohorts", array(moments, Moment::cohort))
                .param("months", array(moments, Moment::month))
                .param("late", array(moments, Moment::late))
                .param("now", now.toString())
                .param("most", most)
                .query((row, _) -> new Reminder(
                        row.getObject("cohort", UUID.class),
                        row.getObject("engineer", UUID.class),
                        row.getObject("mentor", UUID.class),
                        row.getInt("month"),
                        row.getBoolean("late")))
                .list();
    }

    private static String[] array(Collection<Moment> moments, Function<Moment, Object> part) {
        return moments.stream().map(moment -> part.apply(moment).toString()).toArray(String[]::new);
    }

    /** A milestone of a cohort that is due soon, or that was due. */
    record Moment(UUID cohort, int month, boolean late) {}

    /** Whom to remind. */
    record Reminder(UUID cohort, UUID engineer, @Nullable UUID mentor, int month, boolean late) {}
}
