package dev.skillladder.assessment.report;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works here, by employee number, a batch at a time. */
@Component
class ReportPeople {

    /** Before everybody. */
    static final ReportPerson START = new ReportPerson(new UUID(0, 0), "", new Text("", ""), new Text("", ""));

    private final JdbcClient jdbc;

    ReportPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next people.
     *
     * @param team only members of it and of teams below it on that day; null for everybody
     */
    List<ReportPerson> after(ReportPerson last, int limit, LocalDate day, @Nullable UUID team) {
        return jdbc.sql("""
                        with recursive tree (team) as (
                            select :team::uuid
                            union
                            select child.team from tree join known_team child on child.parent = tree.team
                        )
                        select person.engineer, coalesce(person.employee_number, '') as employee_number,
                               coalesce(person.name_zh, '') as name_zh, coalesce(person.name_en, '') as name_en,
                               coalesce(teams.zh, '') as teams_zh, coalesce(teams.en, '') as teams_en
                        from known_engineer person
                        left join lateral (
                            select string_agg(team.name_zh, '、' order by team.name_zh, team.team) as zh,
                                   string_agg(team.name_en, ', ' order by team.name_en, team.team) as en
                            from known_team_membership member
                            join known_team team on team.team = member.team
                            where member.engineer = person.engineer
                              and member.from_day <= :day and (member.to_day is null or member.to_day >= :day)
                        ) as teams on true
                        where person.state = 'ACTIVE'
                          and (coalesce(person.employee_number, ''), person.engineer) > (:number, :engineer::uuid)
                          and (:team::uuid is null or exists (
                              select from known_team_membership member join tree on tree.team = member.team
                              where member.engineer = person.engineer
                                and member.from_day <= :day and (member.to_day is null or member.to_day >= :day)))
                        order by coalesce(person.employee_number, ''), person.engineer
                        limit :limit
                        """)
                .param("team", team)
                .param("day", day)
                .param("number", last.employeeNumber())
                .param("engineer", last.engineer())
                .param("limit", limit)
                .query((row, _) -> person(row))
                .list();
    }

    private static ReportPerson person(ResultSet row) throws SQLException {
        return new ReportPerson(
                row.getObject("engineer", UUID.class),
                row.getString("employee_number"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                new Text(row.getString("teams_zh"), row.getString("teams_en")));
    }

    /** A person as the report shows them; empty texts for what is not known. */
    record ReportPerson(UUID engineer, String employeeNumber, Text name, Text teams) {}
}
