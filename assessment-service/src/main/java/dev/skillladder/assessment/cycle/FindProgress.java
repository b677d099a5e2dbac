package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.cycle.TeamProgress.Funnel;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts all teams of a cycle in one statement. */
@Component
class FindProgress {

    private final JdbcClient jdbc;

    FindProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The teams by name.
     *
     * @param visible whose progress is counted; null for everybody's
     */
    List<TeamProgress> of(UUID cycle, LocalDate today, @Nullable Collection<UUID> visible) {
        return jdbc.sql("""
                        with person as (
                            select engineer, team from cycle_participant
                            where cycle = :cycle and state <> 'LEFT'
                              and (:all or engineer = any (:visible::uuid[]))
                        ), people as (
                            select team, count(*) as participants from person group by team
                        ), asked as (
                            select person.team, request.kind, request.drafted_at, request.state,
                                   request.state in ('LATE', 'MISSED')
                                       or request.state in ('OPEN', 'ACCEPTED') and request.due_on < :today as late
                            from person
                            join review_request request
                                on request.cycle = :cycle and request.subject = person.engineer and request.state <> 'ENDED'
                        ), counted as (
                            select team, kind,
                                   count(*) filter (where state <> 'DECLINED') as invited,
                                   count(*) filter (where state = 'ANSWERED'
                                                       or state <> 'DECLINED' and drafted_at is not null) as drafted,
                                   count(*) filter (where state = 'ANSWERED') as submitted,
                                   count(*) filter (where state = 'DECLINED') as declined,
                                   count(*) filter (where late) as late
                            from asked group by team, kind
                        )
                        select people.team, known_team.name_zh, known_team.name_en, people.participants,
                               people.participants * cycle.peers as peers_wanted,
                               self.invited as self_invited, self.drafted as self_drafted,
                               self.submitted as self_submitted, self.declined as self_declined, self.late as self_late,
                               manager.invited as manager_invited, manager.drafted as manager_drafted,
                               manager.submitted as manager_submitted, manager.declined as manager_declined,
                               manager.late as manager_late,
                               peer.invited as peer_invited, peer.drafted as peer_drafted,
                               peer.submitted as peer_submitted, peer.declined as peer_declined, peer.late as peer_late
                        from people
                        join cycle on cycle.id = :cycle
                        left join known_team on known_team.team = people.team
                        left join counted self on self.team is not distinct from people.team and self.kind = 'SELF'
                        left join counted manager on manager.team is not distinct from people.team and manager.kind = 'MANAGER'
                        left join counted peer on peer.team is not distinct from people.team and peer.kind = 'PEER'
                        order by known_team.name_en, people.team
                        """)
                .param("cycle", cycle)
                .param("today", today)
                .param("all", visible == null)
                .param("visible", visible == null ? new String[0] : texts(visible))
                .query((row, _) -> team(row))
                .list();
    }

    private static TeamProgress team(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return new TeamProgress(
                row.getObject("team", UUID.class),
                zh == null || en == null ? null : new Text(zh, en),
                row.getInt("participants"),
                funnel(row, "self_"),
                funnel(row, "manager_"),
                funnel(row, "peer_"),
                row.getInt("peers_wanted"));
    }

    /** Where nothing was asked for, the counts are null in SQL and 0 here. */
    private static Funnel funnel(ResultSet row, String kind) throws SQLException {
        return new Funnel(
                row.getInt(kind + "invited"),
                row.getInt(kind + "drafted"),
                row.getInt(kind + "submitted"),
                row.getInt(kind + "declined"),
                row.getInt(kind + "late"));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
