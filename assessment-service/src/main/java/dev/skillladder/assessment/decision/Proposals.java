package dev.skillladder.assessment.decision;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.LevelComputed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is in state PROPOSE or REVIEW. A rejection hides a proposal of that same level until the verified level changes:
 * the state stays what the rule says, only the list is quiet. Nobody is in it whom only
 * people judge: their state is HUMAN_REVIEW.
 */
@Component
class Proposals {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By engineer id, those after {@code after}.
     *
     * @param among null for everybody
     */
    List<Proposal> page(@Nullable Collection<UUID> among, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select level.engineer, person.name_zh, person.name_en, level.framework, level.framework_version,
                               level.role, level.as_of, level.state, level.verified, level.possible, level.confirmed,
                               level.p_low, level.p_high, level.verified_since,
                               coalesce(agreed.override and agreed.level = level.confirmed, false) as override,
                               exists (
                                   select from contest left join contest_end ended on ended.contest = contest.id
                                   where contest.engineer = level.engineer and ended.contest is null) as frozen
                        from engineer_level level
                        join known_engineer person on person.engineer = level.engineer
                        left join lateral (
                            select outcome, level, recorded_at from decision
                            where engineer = level.engineer and framework = level.framework and role = level.role
                            order by recorded_at desc, id desc limit 1
                        ) as newest on true
                        left join lateral (
                            select level, override from decision
                            where engineer = level.engineer and framework = level.framework and role = level.role
                              and outcome = 'CONFIRMED' and valid_from <= level.as_of
                            order by valid_from desc, recorded_at desc, id desc limit 1
                        ) as agreed on true
                        where level.state in ('PROPOSE', 'REVIEW') and person.state = 'ACTIVE'
                          and level.engineer > :after
                          and (:among::uuid[] is null or level.engineer = any (:among::uuid[]))
                          and (newest.outcome is distinct from 'REJECTED'
                            or newest.recorded_at < level.verified_since
                            or newest.level <> case level.state when 'PROPOSE' then level.verified else level.confirmed end)
                        order by level.engineer
                        limit :most
                        """)
                .param("after", after == null ? FIRST : after)
                .param("among", among == null ? null : among.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> proposal(row))
                .list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return new Proposal(
                row.getObject("engineer", UUID.class),
                zh == null || en == null ? null : new Text(zh, en),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getString("role"),
                row.getObject("as_of", LocalDate.class),
                LevelComputed.State.valueOf(row.getString("state")),
                row.getString("verified"),
                row.getString("possible"),
                row.getString("confirmed"),
                row.getBoolean("override"),
                row.getObject("p_low", Double.class),
                row.getObject("p_high", Double.class),
                row.getObject("verified_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("frozen"));
    }
}
