package dev.skillladder.assessment.decision;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often people did what the system proposed. */
@Component
class UnchangedDecisions {

    private static final UUID FIRST = new UUID(0, 0);

    private final UnchangedSettings settings;
    private final JdbcClient jdbc;

    UnchangedDecisions(UnchangedSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** By id of who decided, those after {@code after}. */
    List<UnchangedShare> byDecider(LocalDate from, LocalDate to, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select counted.*, person.name_zh, person.name_en
                        from (
                            select decided_by as id, count(*) as n,
                                   count(*) filter (where outcome = 'CONFIRMED' and level = proposed) as unchanged,
                                   count(*) filter (where outcome = 'REJECTED') as rejected
                            from decision
                            where proposed is not null and decided_by > :after
                              and recorded_at >= :from::timestamptz and recorded_at < :until::timestamptz
                            group by decided_by order by decided_by limit :most
                        ) as counted
                        left join known_engineer person on person.engineer = counted.id
                        order by counted.id
                        """)
                .param("after", after == null ? FIRST : after)
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .param("most", most)
                .query((row, _) -> share(row))
                .list();
    }

    /** By team whose member it was about on that day; a person in two teams counts in both. */
    List<UnchangedShare> byTeam(LocalDate from, LocalDate to, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select counted.*, team.name_zh, team.name_en
                        from (
                            select member.team as id, count(*) as n,
                                   count(*) filter (where outcome = 'CONFIRMED' and level = proposed) as unchanged,
                                   count(*) filter (where outcome = 'REJECTED') as rejected
                            from decision
                            join known_team_membership member on member.engineer = decision.engineer
                              and member.from_day <= (recorded_at at time zone 'UTC')::date
                              and (member.to_day is null or member.to_day >= (recorded_at at time zone 'UTC')::date)
                            where proposed is not null and member.team > :after
                              and recorded_at >= :from::timestamptz and recorded_at < :until::timestamptz
                            group by member.team order by member.team limit :most
                        ) as counted
                        left join known_team team on team.team = counted.id
                        order by counted.id
                        """)
                .param("after", after == null ? FIRST : after)
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .param("most", most)
                .query((row, _) -> share(row))
                .list();
    }

    private static String start(LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return midnight.toString();
    }

    private UnchangedShare share(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        int n = row.getInt("n");
        int unchanged = row.getInt("unchanged");
        double share = (double) unchanged / n;
        return new UnchangedShare(
                row.getObject("id", UUID.class),
                zh == null || en == null ? null : new Text(zh, en),
                n,
                unchanged,
                row.getInt("rejected"),
                share,
                n >= settings.fewest() && share >= settings.alarm());
    }
}
