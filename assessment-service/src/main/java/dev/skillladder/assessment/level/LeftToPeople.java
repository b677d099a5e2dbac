package dev.skillladder.assessment.level;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom only people judge, read from what was stated about them; a statement counts from its UTC day on. */
@Component
class LeftToPeople {

    private final JdbcClient jdbc;

    LeftToPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those among the people, on that day and as recorded up to {@code knownAt} (null: everything). */
    Set<UUID> of(Collection<UUID> engineers, LocalDate asOf, @Nullable Instant knownAt) {
        return new HashSet<>(jdbc.sql("""
                        select engineer from (
                            select distinct on (engineer) engineer, human_only from human_review_statement
                            where engineer = any (:engineers)
                              and (recorded_at at time zone 'UTC')::date <= :asOf
                              and recorded_at <= coalesce(:knownAt::timestamptz, 'infinity')
                            order by engineer, position desc
                        ) as newest
                        where human_only
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }
}
