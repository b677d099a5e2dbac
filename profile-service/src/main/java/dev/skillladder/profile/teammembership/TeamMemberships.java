package dev.skillladder.profile.teammembership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of team memberships. */
@Component
class TeamMemberships {

    private final JdbcClient jdbc;

    TeamMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasTeam(UUID id) {
        return jdbc.sql("select exists (select 1 from team where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether this is what was last said about that start. */
    boolean isStated(UUID engineer, NewMembership membership) {
        return params("""
                        select coalesce((select team = :team and to_day is not distinct from :to
                                           from team_membership
                                          where engineer = :engineer and from_day = :from
                                          order by seq desc
                                          limit 1), false)
                        """, engineer, membership).query(Boolean.class).single();
    }

    void append(UUID engineer, NewMembership membership, Instant now) {
        params("""
                        insert into team_membership (engineer, team, from_day, to_day, recorded_at)
                        values (:engineer, :team, :from, :to, :now)
                        """, engineer, membership)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private StatementSpec params(String sql, UUID engineer, NewMembership membership) {
        return jdbc.sql(sql)
                .param("engineer", engineer)
                .param("team", membership.team())
                .param("from", membership.from())
                .param("to", membership.to());
    }
}
