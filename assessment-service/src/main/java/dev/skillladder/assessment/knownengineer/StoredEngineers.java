package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.profile.EngineerChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the copy: one statement per table, however many engineers a batch holds. */
@Component
class StoredEngineers {

    private final JdbcClient jdbc;

    StoredEngineers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the states that are newer than what is stored.
     *
     * @param states in id order, which is the order in which rows are locked
     * @return whose state changed
     */
    Set<UUID> replace(Collection<EngineerChanged> states) {
        if (states.isEmpty()) {
            return Set.of();
        }
        Set<UUID> changed = upsert(states);
        List<EngineerChanged> fresh = states.stream()
                .filter(state -> changed.contains(state.engineer()))
                .toList();
        clear(changed);
        addLines(fresh);
        addMemberships(fresh);
        addRoles(fresh);
        return changed;
    }

    /** Erases what names the persons; their rows stay, since ratings and lines refer to them. */
    Set<UUID> forget(Collection<UUID> engineers) {
        if (engineers.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(jdbc.sql("""
                        update known_engineer
                        set identity = null, employee_number = null, name_zh = null, name_en = null, email = null,
                            hire_date = null, state = 'LEFT'
                        where engineer = any (:engineers::uuid[])
                        returning engineer
                        """)
                .param("engineers", texts(engineers, UUID::toString))
                .query(UUID.class)
                .list());
    }

    private Set<UUID> upsert(Collection<EngineerChanged> states) {
        return new TreeSet<>(jdbc.sql("""
                        insert into known_engineer (engineer, revision, recorded_at, identity, employee_number,
                                                    name_zh, name_en, email, hire_date, state)
                        select engineer, revision, recorded_at, identity, employee_number, name_zh, name_en, email,
                               hire_date, state
                        from unnest(:engineers::uuid[], :revisions::bigint[], :recordedAts::timestamptz[],
                                    :identities::text[], :numbers::text[], :zh::text[], :en::text[], :emails::text[],
                                    :hireDates::date[], :states::text[])
                            as given (engineer, revision, recorded_at, identity, employee_number, name_zh, name_en,
                                      email, hire_date, state)
                        on conflict (engineer) do update
                        set revision = excluded.revision, recorded_at = excluded.recorded_at,
                            identity = excluded.identity, employee_number = excluded.employee_number,
                            name_zh = excluded.name_zh, name_en = excluded.name_en, email = excluded.email,
                            hire_date = excluded.hire_date, state = excluded.state
                        where known_engineer.revision < excluded.revision
                        returning engineer
                        """)
                .param("engineers", texts(states, EngineerChanged::engineer))
                .param("revisions", texts(states, EngineerChanged::revision))
                .param("recordedAts", texts(states, EngineerChanged::recordedAt))
                .param("identities", texts(states, EngineerChanged::identity))
                .param("numbers", texts(states, EngineerChanged::employeeNumber))
                .param("zh", texts(states, state -> state.name().zh()))
                .param("en", texts(states, state -> state.name().en()))
                .param("emails", texts(states, EngineerChanged::email))
                .param("hireDates", texts(states, EngineerChanged::hireDate))
                .param("states", texts(states, EngineerChanged::state))
                .query(UUID.class)
                .list());
    }

    private void clear(Set<UUID> engineers) {
        @Nullable String[] ids = texts(engineers, UUID::toString);
        jdbc.sql("delete from known_reporting_line where engineer = any (:ids::uuid[])")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from known_team_membership where engineer = any (:ids::uuid[])")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from known_role_assignment where engineer = any (:ids::uuid[])")
                .param("ids", ids)
                .update();
    }

    private void addLines(List<EngineerChanged> states) {
        List<Of<EffectiveLines.Line>> lines = flat(states, state -> EffectiveLines.of(state.reportingLines()));
        jdbc.sql("""
                        insert into known_reporting_line (engineer, manager, kind, from_day, to_day)
                        select engineer, manager, kind, from_day, to_day
                        from unnest(:engineers::uuid[], :managers::uuid[], :kinds::text[], :froms::date[], :tos::date[])
                            as given (engineer, manager, kind, from_day, to_day)
                        """)
                .param("engineers", texts(lines, Of::engineer))
                .param("managers", texts(lines, line -> line.what().manager()))
                .param("kinds", texts(lines, line -> line.what().kind()))
                .param("froms", texts(lines, line -> line.what().from()))
                .param("tos", texts(lines, line -> line.what().to()))
                .update();
    }

    private void addMemberships(List<EngineerChanged> states) {
        List<Of<OnePerDay.Period>> members = flat(states, state -> EffectiveMemberships.of(state.teamMemberships()));
        jdbc.sql("""
                        insert into known_team_membership (engineer, team, from_day, to_day)
                        select engineer, team, from_day, to_day
                        from unnest(:engineers::uuid[], :teams::uuid[], :froms::date[], :tos::date[])
                            as given (engineer, team, from_day, to_day)
                        """)
                .param("engineers", texts(members, Of::engineer))
                .param("teams", texts(members, member -> member.what().about()))
                .param("froms", texts(members, member -> member.what().from()))
                .param("tos", texts(members, member -> member.what().to()))
                .update();
    }

    private void addRoles(List<EngineerChanged> states) {
        List<Of<EngineerChanged.RoleAssignment>> roles = flat(states, EngineerChanged::roleAssignments);
        jdbc.sql("""
                        insert into known_role_assignment (engineer, framework, role, from_day, to_day, recorded_at)
                        select engineer, framework, role, from_day, to_day, recorded_at
                        from unnest(:engineers::uuid[], :frameworks::text[], :roles::text[], :froms::date[], :tos::date[],
                                    :recordedAts::timestamptz[])
                            as given (engineer, framework, role, from_day, to_day, recorded_at)
                        """)
                .param("engineers", texts(roles, Of::engineer))
                .param("frameworks", texts(roles, role -> role.what().framework()))
                .param("roles", texts(roles, role -> role.what().role()))
                .param("froms", texts(roles, role -> role.what().from()))
                .param("tos", texts(roles, role -> role.what().to()))
                .param("recordedAts", texts(roles, role -> role.what().recordedAt()))
                .update();
    }

    private static <T> List<Of<T>> flat(List<EngineerChanged> states, Function<EngineerChanged, List<T>> statements) {
        List<Of<T>> all = new ArrayList<>();
        states.forEach(state ->
                statements.apply(state).forEach(statement -> all.add(new Of<>(state.engineer(), statement))));
        return all;
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        @Nullable String[] texts = new String[rows.size()];
        int next = 0;
        for (T row : rows) {
            Object cell = value.apply(row);
            texts[next++] = cell == null ? null : cell.toString();
        }
        return texts;
    }

    /** A statement about an engineer. */
    private record Of<T>(UUID engineer, T what) {}
}
