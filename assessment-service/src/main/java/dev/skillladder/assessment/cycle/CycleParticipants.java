package dev.skillladder.assessment.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of who takes part. Whoever calls holds the lock on the cycle's row. */
@Component
class CycleParticipants {

    /** Of PostgreSQL's advisory locks; a person takes part in one running cycle, so cycles fill one after the other. */
    private static final long FILLING = 0x6379636c65L;

    private final JdbcClient jdbc;

    CycleParticipants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets those take part who belong to a chosen team, hold a chosen role or were picked, work here on that day, and hold
     * a role of the cycle's framework; all others have left.
     *
     * @return how many chosen people take part in another running cycle
     */
    int follow(UUID cycle, LocalDate day, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(:filling)")
                .param("filling", FILLING)
                .query()
                .listOfRows();
        return jdbc.sql("""
                        with recursive tree (team) as (
                            select team from cycle_team where cycle = :cycle
                            union
                            select child.team from tree join known_team child on child.parent = tree.team
                            where (select subteams from cycle where id = :cycle)
                        ), holder as (
                            select distinct on (engineer) engineer, framework, role
                            from (
                                select distinct on (engineer, framework, role, from_day)
                                    engineer, framework, role, from_day, to_day, recorded_at
                                from known_role_assignment
                                where from_day <= :day
                                order by engineer, framework, role, from_day, recorded_at desc
                            ) as statement
                            where to_day is null or to_day >= :day
                            order by engineer, from_day desc, recorded_at desc, framework, role
                        ), chosen as materialized (
                            select person.engineer, member.team
                            from cycle
                            join holder on holder.framework = cycle.framework
                            join known_engineer person on person.engineer = holder.engineer and person.state = 'ACTIVE'
                            left join known_team_membership member
                                on member.engineer = person.engineer and member.from_day <= :day
                               and (member.to_day is null or member.to_day >= :day)
                            left join cycle_person named
                                on named.cycle = cycle.id and named.engineer = person.engineer
                            where cycle.id = :cycle and named.left_out is not true
                              and (named.engineer is not null
                                   or member.team in (select team from tree)
                                   or holder.role in (select role from cycle_role where cycle_role.cycle = cycle.id))
                        ), elsewhere as materialized (
                            select chosen.engineer
                            from chosen join cycle_participant other on other.engineer = chosen.engineer
                            where other.cycle <> :cycle and other.state = 'ACTIVE'
                        ), joined as (
                            insert into cycle_participant as participant (cycle, engineer, team, state, joined_at)
                            select :cycle, engineer, team, 'ACTIVE', :now::timestamptz
                            from chosen where engineer not in (select engineer from elsewhere)
                            order by engineer
                            on conflict (cycle, engineer) do update
                            set state = 'ACTIVE', team = excluded.team, ended_at = null
                            where participant.state <> 'ACTIVE' or participant.team is distinct from excluded.team
                        ), gone as (
                            update cycle_participant participant set state = 'LEFT', ended_at = :now::timestamptz
                            where participant.cycle = :cycle and participant.state = 'ACTIVE'
                              and not exists (select from chosen where chosen.engineer = participant.engineer)
                        )
                        select count(*) from elsewhere
                        """)
                .param("cycle", cycle)
                .param("day", day)
                .param("now", now.toString())
                .query(Integer.class)
                .single();
    }

    /** The cycle closed: who took part to the end can take part in another. */
    void finish(UUID cycle, Instant now) {
        jdbc.sql("""
                        update cycle_participant set state = 'FINISHED', ended_at = :now::timestamptz
                        where cycle = :cycle and state = 'ACTIVE'
                        """).param("cycle", cycle).param("now", now.toString()).update();
    }
}
