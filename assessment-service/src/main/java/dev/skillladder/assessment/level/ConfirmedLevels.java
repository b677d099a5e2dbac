package dev.skillladder.assessment.level;

import dev.skillladder.assessment.knownengineer.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which level named people confirmed, read from the decisions; a rejection leaves it as it is. */
@Component
class ConfirmedLevels {

    private final JdbcClient jdbc;

    ConfirmedLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The confirmed level of each person in each role, as valid on that day and recorded up to {@code knownAt}. */
    Map<UUID, Map<Role, ConfirmedLevel>> of(Collection<UUID> engineers, LocalDate asOf, @Nullable Instant knownAt) {
        Map<UUID, Map<Role, ConfirmedLevel>> confirmed = new HashMap<>();
        jdbc.sql("""
                        select distinct on (engineer, framework, role) engineer, framework, role, level, override,
                               valid_from, decided_by
                        from decision
                        where engineer = any (:engineers) and outcome = 'CONFIRMED' and valid_from <= :asOf
                          and recorded_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        order by engineer, framework, role, valid_from desc, recorded_at desc, id desc
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(row -> {
                    confirmed
                            .computeIfAbsent(row.getObject("engineer", UUID.class), _ -> new HashMap<>())
                            .put(
                                    new Role(row.getString("framework"), row.getString("role")),
                                    new ConfirmedLevel(
                                            row.getString("level"),
                                            row.getBoolean("override"),
                                            row.getObject("valid_from", LocalDate.class),
                                            row.getObject("decided_by", UUID.class)));
                });
        return confirmed;
    }
}
