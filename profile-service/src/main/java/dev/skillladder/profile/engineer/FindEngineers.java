package dev.skillladder.profile.engineer;

import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.profile.access.Caller;
import dev.skillladder.profile.page.Page;
import dev.skillladder.profile.page.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a caller may see, by employee number or name: themselves, everybody below today, or all for HR. One query a page. */
@Component
class FindEngineers {

    private final JdbcClient jdbc;
    private final Clock clock;

    FindEngineers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which engineers are asked for; null asks for any.
     *
     * @param q part of a name, employee number or e-mail address, in any case
     * @param team today's members of that team
     * @param subteams and of the teams below it
     */
    record Filter(
            @Nullable String q,
            @Nullable UUID team,
            boolean subteams,
            @Nullable State state) {

        String pattern() {
            String text = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
            return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    Page<Engineer> find(Caller caller, Filter filter, ListOrder order, PageRequest page) {
        var rows = jdbc.sql("""
                        with recursive below (engineer) as (
                            select l.engineer
                              from effective_reporting_line l
                             where l.manager = :caller::uuid and l.kind = 'SOLID' and l.days @> :today::date
                             union
                            select l.engineer
                              from below b
                              join effective_reporting_line l on l.manager = b.engineer
                             where l.kind = 'SOLID' and l.days @> :today::date),
                        visible (engineer) as (
                            select engineer from below
                             union
                            select engineer
                              from effective_reporting_line
                             where manager = :caller::uuid and kind = 'DOTTED' and days @> :today::date
                             union
                            select :caller::uuid),
                        teams (id) as (
                            select :team::uuid
                             union
                            select t.id
                              from teams above
                              join team t on t.parent = above.id
                             where :subteams),
                        members (engineer) as (
                            select m.engineer
                              from effective_team_membership m
                              join teams on teams.id = m.team
                             where m.days @> :today::date)
                        select e.id, e.revision, e.recorded_at, e.identity, e.employee_number, e.name_zh, e.name_en,
                               e.email, e.hire_date, e.state
                          from engineer e
                         where %s
                           and (:all or e.id in (select engineer from visible))
                           and (:team::uuid is null or e.id in (select engineer from members))
                           and (:state::text is null or e.state = :state)
                           and e.search like :pattern
                         order by %s
                         limit :rows
                        """.formatted(order.afterwards(), order.sorted()))
                .param("caller", caller.engineer())
                .param("all", caller.seesAll())
                .param("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .param("team", filter.team())
                .param("subteams", filter.subteams())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("pattern", filter.pattern())
                .params(order.place(page))
                .param("rows", page.rows())
                .query(Engineer::of)
                .list();
        return Page.of(rows, page, order::key);
    }
}
