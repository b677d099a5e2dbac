package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.contract.Text;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of cycles and of whom they are for. */
@Component
class Cycles {

    private final JdbcClient jdbc;

    Cycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Cycle cycle) {
        jdbc.sql("""
                        insert into cycle (id, name_zh, name_en, framework, framework_version, from_day, to_day, due_day,
                                           subteams, self, manager, peers, remind_days_before, state, revision, opened_by,
                                           created_at)
                        values (:id, :zh, :en, :framework, :version, :from, :to, :due, :subteams, :self, :manager, :peers,
                                :remind, :state, :revision, :by, :now::timestamptz)
                        """)
                .param("id", cycle.id())
                .param("zh", cycle.name().zh())
                .param("en", cycle.name().en())
                .param("framework", cycle.framework())
                .param("version", cycle.frameworkVersion())
                .param("from", cycle.from())
                .param("to", cycle.to())
                .param("due", cycle.due())
                .param("subteams", cycle.subteams())
                .param("self", cycle.self())
                .param("manager", cycle.manager())
                .param("peers", cycle.peers())
                .param("remind", cycle.remindDaysBefore())
                .param("state", cycle.state().name())
                .param("revision", cycle.revision())
                .param("by", cycle.openedBy())
                .param("now", cycle.createdAt().toString())
                .update();
        choose(cycle);
    }

    /**
     * Replaces a cycle whose row is locked.
     *
     * @param before its revision until now
     */
    void replace(Cycle cycle, long before) {
        int updated = jdbc.sql("""
                        update cycle
                        set name_zh = :zh, name_en = :en, framework = :framework, framework_version = :version,
                            from_day = :from, to_day = :to, due_day = :due, subteams = :subteams, self = :self,
                            manager = :manager, peers = :peers, remind_days_before = :remind, state = :state,
                            closed_at = :closedAt::timestamptz, revision = revision + 1
                        where id = :id and revision = :before
                        """)
                .param("id", cycle.id())
                .param("zh", cycle.name().zh())
                .param("en", cycle.name().en())
                .param("framework", cycle.framework())
                .param("version", cycle.frameworkVersion())
                .param("from", cycle.from())
                .param("to", cycle.to())
                .param("due", cycle.due())
                .param("subteams", cycle.subteams())
                .param("self", cycle.self())
                .param("manager", cycle.manager())
                .param("peers", cycle.peers())
                .param("remind", cycle.remindDaysBefore())
                .param("state", cycle.state().name())
                .param(
                        "closedAt",
                        cycle.closedAt() == null ? null : cycle.closedAt().toString())
                .param("before", before)
                .update();
        if (updated != 1) {
            throw new IllegalStateException("cycle %s is not at revision %d".formatted(cycle.id(), before));
        }
    }

    /** Replaces whom the cycle is for. */
    void choose(Cycle cycle) {
        for (String clear : List.of(
                "delete from cycle_team where cycle = :cycle",
                "delete from cycle_role where cycle = :cycle",
                "delete from cycle_person where cycle = :cycle")) {
            jdbc.sql(clear).param("cycle", cycle.id()).update();
        }
        jdbc.sql("insert into cycle_team (cycle, team) select :cycle, team from unnest(:teams::uuid[]) as given (team)")
                .param("cycle", cycle.id())
                .param("teams", texts(cycle.teams().stream()))
                .update();
        jdbc.sql("insert into cycle_role (cycle, role) select :cycle, role from unnest(:roles::text[]) as given (role)")
                .param("cycle", cycle.id())
                .param("roles", texts(cycle.roles().stream()))
                .update();
        jdbc.sql("""
                        insert into cycle_person (cycle, engineer, left_out)
                        select :cycle, engineer, true from unnest(:leftOut::uuid[]) as given (engineer)
                        union all
                        select :cycle, engineer, false from unnest(:people::uuid[]) as given (engineer)
                        where engineer <> all (:leftOut::uuid[])
                        """)
                .param("cycle", cycle.id())
                .param("people", texts(cycle.people().stream()))
                .param("leftOut", texts(cycle.leftOut().stream()))
                .update();
    }

    Cycle one(UUID id) {
        return find(id).orElseThrow(Cycles::unknown);
    }

    /** The cycle after its row was locked: whatever changes a cycle or who takes part does this first. */
    Cycle locked(UUID id) {
        UUID locked = jdbc.sql("select id from cycle where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Cycles::unknown);
        return one(locked);
    }

    Optional<Cycle> find(UUID id) {
        return page(id, Cursor.START, 1).stream().findFirst();
    }

    /** Newest first. */
    List<Cycle> page(Cursor after, int limit) {
        return page(null, after, limit);
    }

    private List<Cycle> page(@Nullable UUID id, Cursor after, int limit) {
        return jdbc.sql("""
                        select cycle.id, cycle.name_zh, cycle.name_en, cycle.framework, cycle.framework_version,
                               cycle.from_day, cycle.to_day, cycle.due_day, cycle.subteams, cycle.self, cycle.manager,
                               cycle.peers, cycle.remind_days_before, cycle.state, cycle.revision, cycle.elsewhere,
                               cycle.opened_by, cycle.created_at, cycle.closed_at,
                               array(select team from cycle_team where cycle_team.cycle = cycle.id order by team) as teams,
                               array(select role from cycle_role where cycle_role.cycle = cycle.id order by role) as roles,
                               array(select engineer from cycle_person
                                     where cycle_person.cycle = cycle.id and not left_out order by engineer) as people,
                               array(select engineer from cycle_person
                                     where cycle_person.cycle = cycle.id and left_out order by engineer) as left_out,
                               (select count(*) from cycle_participant
                                where cycle_participant.cycle = cycle.id
                                  and cycle_participant.state <> 'LEFT') as participants
                        from cycle
                        where (:id::uuid is null or cycle.id = :id::uuid)
                          and (cycle.created_at, cycle.id) < (:at::timestamptz, :after)
                        order by cycle.created_at desc, cycle.id desc
                        limit :limit
                        """)
                .param("id", id == null ? null : id.toString())
                .param("at", after.at().toString())
                .param("after", after.id())
                .param("limit", limit)
                .query((row, _) -> cycle(row))
                .list();
    }

    /** Remembers how many chosen people take part elsewhere. */
    void elsewhere(UUID id, int people) {
        jdbc.sql("update cycle set elsewhere = :people where id = :id and elsewhere <> :people")
                .param("id", id)
                .param("people", people)
                .update();
    }

    /** Whether everybody may be reminded today: once per day. */
    boolean remind(UUID id, LocalDate today) {
        return jdbc.sql("update cycle set reminded_on = :today where id = :id and reminded_on is distinct from :today")
                        .param("id", id)
                        .param("today", today)
                        .update()
                == 1;
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Cycle(
                row.getObject("id", UUID.class),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("due_day", LocalDate.class),
                ids(row.getArray("teams")),
                row.getBoolean("subteams"),
                List.of((String[]) row.getArray("roles").getArray()),
                ids(row.getArray("people")),
                ids(row.getArray("left_out")),
                row.getBoolean("self"),
                row.getBoolean("manager"),
                row.getInt("peers"),
                row.getInt("remind_days_before"),
                Cycle.State.valueOf(row.getString("state")),
                row.getLong("revision"),
                row.getInt("participants"),
                row.getInt("elsewhere"),
                row.getString("opened_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(UUID.class::cast).toList();
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }

    private static NotFound unknown() {
        return new NotFound("There is no cycle with this id.");
    }
}
