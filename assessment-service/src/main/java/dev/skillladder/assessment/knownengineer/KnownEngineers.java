package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engineers that have arrived here. */
@Component
public class KnownEngineers {

    private final JdbcClient jdbc;

    KnownEngineers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks engineers' rows in id order until the transaction ends: whatever changes what is computed about a person
     * does this first. The keys stay readable, else rows that refer to a person from another transaction could deadlock.
     *
     * @return those that are known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SequencedSet<UUID> lock(Collection<UUID> engineers) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select engineer from known_engineer
                        where engineer = any (:engineers::uuid[]) order by engineer for no key update
                        """)
                .param("engineers", texts(engineers))
                .query(UUID.class)
                .list());
    }

    /** Whom the identity provider's person claim stands for. */
    public Optional<UUID> identified(String identity) {
        return jdbc.sql("""
                        select engineer from known_engineer where identity = :identity
                        order by recorded_at desc, engineer limit 1
                        """).param("identity", identity).query(UUID.class).optional();
    }

    /** Those of the given engineers that are known. */
    public Map<UUID, KnownEngineer> find(Collection<UUID> engineers) {
        return jdbc.sql("""
                        select engineer, employee_number, name_zh, name_en, state from known_engineer
                        where engineer = any (:engineers::uuid[])
                        """).param("engineers", texts(engineers)).query((row, _) -> engineer(row)).list().stream()
                .collect(Collectors.toMap(KnownEngineer::engineer, engineer -> engineer));
    }

    /** The role on a day, from what was recorded up to {@code knownAt} (null: everything). */
    public Optional<Role> role(UUID engineer, LocalDate day, @Nullable Instant knownAt) {
        return Optional.ofNullable(roles(List.of(engineer), day, knownAt).get(engineer));
    }

    /** The role of each engineer who has one on that day. */
    public Map<UUID, Role> roles(Collection<UUID> engineers, LocalDate day, @Nullable Instant knownAt) {
        return jdbc
                .sql("""
                        select distinct on (engineer) engineer, framework, role
                        from (
                            select distinct on (engineer, framework, role, from_day)
                                engineer, framework, role, from_day, to_day, recorded_at
                            from known_role_assignment
                            where engineer = any (:engineers::uuid[]) and from_day <= :day
                              and recorded_at <= coalesce(:knownAt::timestamptz, 'infinity')
                            order by engineer, framework, role, from_day, recorded_at desc
                        ) as statement
                        where to_day is null or to_day >= :day
                        order by engineer, from_day desc, recorded_at desc, framework, role
                        """)
                .param("engineers", texts(engineers))
                .param("day", day)
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query((row, _) -> Map.entry(
                        row.getObject("engineer", UUID.class),
                        new Role(row.getString("framework"), row.getString("role"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] texts(Collection<UUID> engineers) {
        return engineers.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static KnownEngineer engineer(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return new KnownEngineer(
                row.getObject("engineer", UUID.class),
                row.getString("employee_number"),
                zh == null || en == null ? null : new Text(zh, en),
                row.getString("state").equals("ACTIVE"));
    }
}
