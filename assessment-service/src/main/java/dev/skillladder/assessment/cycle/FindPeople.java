package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
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

/** Pages of a cycle's people, by id. */
@Component
class FindPeople {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    FindPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes part or did, with the counts of all of a page in one statement. */
    List<Participant> participants(
            UUID cycle,
            @Nullable UUID team,
            Participant.@Nullable State state,
            @Nullable Collection<UUID> visible,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql("""
                        with page as (
                            select engineer, team, state, joined_at, ended_at from cycle_participant
                            where cycle = :cycle and engineer > :after
                              and (:team::uuid is null or team = :team::uuid)
                              and (:state::text is null or state = :state::text)
                              and (:all or engineer = any (:visible::uuid[]))
                            order by engineer
                            limit :limit
                        )
                        select page.engineer, person.name_zh, person.name_en, page.team, page.state, page.joined_at,
                               page.ended_at,
                               (array_agg(request.state order by request.requested_at desc)
                                   filter (where request.kind = 'SELF'))[1] as self,
                               (array_agg(request.state order by request.state = 'ENDED', request.requested_at desc)
                                   filter (where request.kind = 'MANAGER'))[1] as manager,
                               count(*) filter (where request.kind = 'PEER'
                                                  and request.state not in ('DECLINED', 'ENDED')) as peers_asked,
                               count(*) filter (where request.kind = 'PEER'
                                                  and request.state = 'ANSWERED') as peers_submitted
                        from page
                        join known_engineer person on person.engineer = page.engineer
                        left join review_request request on request.cycle = :cycle and request.subject = page.engineer
                        group by page.engineer, person.name_zh, person.name_en, page.team, page.state, page.joined_at,
                                 page.ended_at
                        order by page.engineer
                        """)
                .param("cycle", cycle)
                .param("after", after == null ? FIRST : after)
                .param("team", team == null ? null : team.toString())
                .param("state", state == null ? null : state.name())
                .param("all", visible == null)
                .param("visible", texts(visible))
                .param("limit", limit)
                .query((row, _) -> participant(row))
                .list();
    }

    /** Who owes reviews after the due day, counted by person. */
    List<LatePerson> late(
            UUID cycle, LocalDate today, @Nullable Collection<UUID> visible, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        with owed as (
                            select coalesce(request.delegate, request.reviewer) as engineer, request.kind, request.due_on
                            from review_request request
                            where request.cycle = :cycle
                              and (request.state in ('LATE', 'MISSED')
                                   or request.state in ('OPEN', 'ACCEPTED') and request.due_on < :today)
                        )
                        select owed.engineer, person.name_zh, person.name_en, participant.team,
                               count(*) filter (where owed.kind = 'SELF') as self,
                               count(*) filter (where owed.kind = 'MANAGER') as manager,
                               count(*) filter (where owed.kind = 'PEER') as peer,
                               min(owed.due_on) as since
                        from owed
                        join known_engineer person on person.engineer = owed.engineer
                        left join cycle_participant participant
                            on participant.cycle = :cycle and participant.engineer = owed.engineer
                        where owed.engineer > :after and (:all or owed.engineer = any (:visible::uuid[]))
                        group by owed.engineer, person.name_zh, person.name_en, participant.team
                        order by owed.engineer
                        limit :limit
                        """)
                .param("cycle", cycle)
                .param("today", today)
                .param("after", after == null ? FIRST : after)
                .param("all", visible == null)
                .param("visible", texts(visible))
                .param("limit", limit)
                .query((row, _) -> new LatePerson(
                        row.getObject("engineer", UUID.class),
                        name(row),
                        row.getObject("team", UUID.class),
                        row.getInt("self"),
                        row.getInt("manager"),
                        row.getInt("peer"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Participant(
                row.getObject("engineer", UUID.class),
                name(row),
                row.getObject("team", UUID.class),
                Participant.State.valueOf(row.getString("state")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("self"),
                row.getString("manager"),
                row.getInt("peers_asked"),
                row.getInt("peers_submitted"));
    }

    private static @Nullable Text name(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return zh == null || en == null ? null : new Text(zh, en);
    }

    private static String[] texts(@Nullable Collection<UUID> ids) {
        return ids == null ? new String[0] : ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
