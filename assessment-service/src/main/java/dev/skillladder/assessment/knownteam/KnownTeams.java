package dev.skillladder.assessment.knownteam;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams that have arrived here, and who belongs to them. */
@Component
public class KnownTeams {

    private final JdbcClient jdbc;

    KnownTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<KnownTeam> find(UUID team) {
        return jdbc.sql("select team, name_zh, name_en, parent, lead, closed from known_team where team = :team")
                .param("team", team)
                .query((row, _) -> new KnownTeam(
                        row.getObject("team", UUID.class),
                        new Text(row.getString("name_zh"), row.getString("name_en")),
                        row.getObject("parent", UUID.class),
                        row.getObject("lead", UUID.class),
                        row.getBoolean("closed")))
                .optional();
    }

    /** Who works here and belongs to the team on that day; with {@code subteams} also to any team below it. */
    public SortedSet<UUID> members(UUID team, LocalDate day, boolean subteams) {
        return new TreeSet<>(jdbc.sql("""
                        with recursive tree (team) as (
                            select :team::uuid
                            union
                            select child.team from tree join known_team child on child.parent = tree.team where :subteams
                        )
                        select member.engineer
                        from tree
                        join known_team_membership member on member.team = tree.team
                        join known_engineer person on person.engineer = member.engineer
                        where member.from_day <= :day and (member.to_day is null or member.to_day >= :day)
                          and person.state = 'ACTIVE'
                        """)
                .param("team", team)
                .param("day", day)
                .param("subteams", subteams)
                .query(UUID.class)
                .list());
    }
}
