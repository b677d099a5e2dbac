package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of teams in SCIM's words, without closed ones, and today's members. */
@Component
class GroupRows {

    private static final Map<String, Column> COLUMNS = Map.of(
            "id", Column.exact("t.id::text"),
            "externalid", Column.exact("t.external_id"),
            "displayname", Column.text("coalesce(t.display_name, t.name_en)"),
            "meta.lastmodified", Column.instant("t.recorded_at"),
            "members", Column.exact("m.engineer::text"),
            "members.value", Column.exact("m.engineer::text"));

    private static final String COLUMNS_READ = """
            select t.id, t.revision, t.recorded_at, t.external_id, t.name_zh, t.name_en, t.display_name, t.parent, t.lead
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member's id, shown name and the first day of the membership that counts today. */
    record Member(UUID team, UUID engineer, String name, LocalDate since) {

        static Member of(ResultSet row, int number) throws SQLException {
            return new Member(
                    row.getObject("team", UUID.class),
                    row.getObject("engineer", UUID.class),
                    row.getString("name"),
                    row.getObject("since", LocalDate.class));
        }
    }

    /** Until the transaction ends nobody else changes the team; the tree is locked first, as by whoever saves a team. */
    Optional<GroupRow> lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('team'))")
                .query((_, _) -> true)
                .single();
        jdbc.sql("select id from team where id = :id for no key update")
                .param("id", id)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
        return find(id);
    }

    record Found(List<GroupRow> page, long total) {}

    Optional<GroupRow> find(UUID id) {
        return jdbc.sql(COLUMNS_READ + " from team t where not t.closed and t.id = :id")
                .param("id", id)
                .query(GroupRow::of)
                .optional();
    }

    Found list(@Nullable FilterNode filter, @Nullable String sortBy, boolean descending, long skip, int most) {
        FilterSql sql = new FilterSql(COLUMNS);
        String condition = sql.condition(filter);
        String teams = condition.contains("m.engineer")
                ? """
                from team t
                where not t.closed
                  and exists (select 1
                                from effective_team_membership m
                               where m.team = t.id and m.days @> :today::date and %s)
                """.formatted(condition)
                : "from team t where not t.closed and " + condition;
        long total = jdbc.sql("select count(*) " + teams)
                .param("today", today())
                .params(sql.parameters())
                .query(Long.class)
                .single();
        List<GroupRow> page = most == 0 || skip >= total
                ? List.of()
                : jdbc.sql(COLUMNS_READ + teams + " order by " + FilterSql.order(COLUMNS, sortBy, descending, "t.id")
                                + " offset :skip limit :most")
                        .param("today", today())
                        .params(sql.parameters())
                        .param("skip", skip)
                        .param("most", most)
                        .query(GroupRow::of)
                        .list();
        return new Found(page, total);
    }

    /** Today's members of these teams who work here, in one query. */
    Map<UUID, List<Member>> members(Collection<UUID> teams) {
        Map<UUID, List<Member>> members = new HashMap<>();
        jdbc.sql("""
                        select m.team, m.engineer, coalesce(e.display_name, e.name_en) as name,
                               (select max(c.from_day)
                                  from current_team_membership c
                                 where c.engineer = m.engineer and c.team = m.team
                                   and daterange(c.from_day, c.to_day, '[]') @> :today::date) as since
                          from effective_team_membership m
                          join engineer e on e.id = m.engineer and e.state = 'ACTIVE' and e.scim_removed_at is null
                         where m.team = any (:teams) and m.days @> :today::date
                         order by m.team, m.engineer
                        """)
                .param("teams", teams.toArray(UUID[]::new))
                .param("today", today())
                .query(Member::of)
                .list()
                .forEach(member -> members.computeIfAbsent(member.team(), _ -> new ArrayList<>())
                        .add(member));
        return members;
    }

    /** Counts the change of members too, so that the ETag tells of it. */
    void keep(UUID id, @Nullable String externalId, String displayName, boolean membersChanged, Instant now) {
        jdbc.sql("""
                        update team
                           set external_id = :externalId, display_name = :name, revision = revision + 1, recorded_at = :now
                         where id = :id
                           and (:members or (external_id, display_name) is distinct from (:externalId, :name))
                        """)
                .param("id", id)
                .param("externalId", externalId)
                .param("name", displayName)
                .param("members", membersChanged)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
