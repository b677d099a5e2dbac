package dev.skillladder.assessment.delegation;

import dev.skillladder.assessment.access.Deputies;
import dev.skillladder.assessment.knownengineer.PersonOnDay;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of delegations; a row stays when it is ended. Reasons are sealed with the manager's key. */
@Component
class Delegations implements Deputies {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Delegations(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public Map<PersonOnDay, UUID> managersOf(Collection<PersonOnDay> asked, UUID deputy, LocalDate today) {
        Map<PersonOnDay, UUID> managers = new HashMap<>();
        jdbc.sql("""
                        with recursive away (manager, from_day) as (
                            select manager, from_day from delegation
                            where delegate = :deputy and ended_at is null and from_day <= :today and to_day >= :today
                        ), asked (engineer, day) as (
                            select engineer, day from unnest(:engineers::uuid[], :days::date[]) as given (engineer, day)
                            where engineer <> :deputy and exists (select from away)
                        ), above (engineer, day, person) as (
                            select asked.engineer, day, line.manager
                            from asked join known_reporting_line line on line.engineer = asked.engineer
                            where kind = 'SOLID' and line.from_day <= day and (to_day is null or to_day >= day)
                            union
                            select above.engineer, day, line.manager
                            from above join known_reporting_line line on line.engineer = above.person
                            where kind = 'SOLID' and line.from_day <= day and (to_day is null or to_day >= day)
                        )
                        select distinct on (asked.engineer, asked.day) asked.engineer, asked.day, away.manager
                        from asked join away on away.manager <> asked.engineer
                        where exists (
                                  select from above
                                  where above.engineer = asked.engineer and above.day = asked.day
                                    and above.person = away.manager)
                           or exists (
                                  select from known_reporting_line dotted
                                  where dotted.engineer = asked.engineer and dotted.manager = away.manager
                                    and dotted.kind = 'DOTTED' and dotted.from_day <= asked.day
                                    and (dotted.to_day is null or dotted.to_day >= asked.day))
                        order by asked.engineer, asked.day, away.from_day, away.manager
                        """)
                .param("deputy", deputy)
                .param(
                        "engineers",
                        asked.stream().map(one -> one.engineer().toString()).toArray(String[]::new))
                .param("days", asked.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .param("today", today)
                .query(row -> {
                    managers.put(
                            new PersonOnDay(
                                    row.getObject("engineer", UUID.class), row.getObject("day", LocalDate.class)),
                            row.getObject("manager", UUID.class));
                });
        return managers;
    }

    void add(Delegation given) {
        jdbc.sql("""
                        insert into delegation (id, manager, delegate, from_day, to_day, reason, created_by, created_at)
                        values (:id, :manager, :delegate, :from, :to, :reason, :by, :at::timestamptz)
                        """)
                .param("id", given.id())
                .param("manager", given.manager())
                .param("delegate", given.delegate())
                .param("from", given.from())
                .param("to", given.to())
                .param("reason", keys.toSeal(given.manager()).seal(given.reason()))
                .param("by", given.createdBy())
                .param("at", given.createdAt().toString())
                .update();
    }

    Optional<Delegation> find(UUID id) {
        return opened(jdbc.sql("""
                                select id, manager, delegate, from_day, to_day, reason, created_by, created_at, ended_at,
                                       ended_by, end_reason
                                from delegation where id = :id
                                """)
                        .param("id", id)
                        .query((row, _) -> delegation(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Newest first: those a person gave or holds, or all. */
    List<Delegation> page(@Nullable UUID person, Cursor after, int limit) {
        return opened(jdbc.sql("""
                        select id, manager, delegate, from_day, to_day, reason, created_by, created_at, ended_at, ended_by,
                               end_reason
                        from delegation
                        where (:person::uuid is null or manager = :person::uuid or delegate = :person::uuid)
                          and (created_at, id) < (:at::timestamptz, :id)
                        order by created_at desc, id desc
                        limit :limit
                        """)
                .param("person", person == null ? null : person.toString())
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> delegation(row))
                .list());
    }

    /** Ends a delegation that has not ended. */
    boolean end(UUID id, UUID manager, String by, String reason, Instant now) {
        return jdbc.sql("""
                        update delegation set ended_at = :now::timestamptz, ended_by = :by, end_reason = :reason
                        where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("reason", keys.toSeal(manager).seal(reason))
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    private List<Delegation> opened(List<Delegation> sealed) {
        Map<UUID, SubjectKey> known =
                keys.toOpen(sealed.stream().map(Delegation::manager).toList());
        return sealed.stream()
                .map(row -> row.opened(Objects.requireNonNull(known.get(row.manager()))))
                .toList();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Delegation(
                row.getObject("id", UUID.class),
                row.getObject("manager", UUID.class),
                row.getObject("delegate", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("reason"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }
}
