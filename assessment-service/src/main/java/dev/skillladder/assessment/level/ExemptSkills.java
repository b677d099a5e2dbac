package dev.skillladder.assessment.level;

import dev.skillladder.assessment.mapping.SkillMappings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which skills named people took out of whose rule, read from the exemptions. */
@Component
public class ExemptSkills {

    private final JdbcClient jdbc;
    private final SkillMappings mappings;

    ExemptSkills(JdbcClient jdbc, SkillMappings mappings) {
        this.jdbc = jdbc;
        this.mappings = mappings;
    }

    /** Of everybody who has or had any, as recorded up to {@code knownAt} (null: everything). */
    public Of of(Collection<UUID> engineers, @Nullable Instant knownAt) {
        Map<UUID, List<Period>> periods = new HashMap<>();
        jdbc.sql("""
                        select exemption.engineer, exemption.framework, exemption.framework_version, exemption.skill,
                               exemption.from_day, least(exemption.until_day, ended.last_day) as last_day
                        from exemption
                        left join exemption_end ended on ended.exemption = exemption.id
                          and ended.recorded_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        where exemption.engineer = any (:engineers)
                          and exemption.recorded_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(row -> {
                    periods.computeIfAbsent(row.getObject("engineer", UUID.class), _ -> new ArrayList<>())
                            .add(new Period(
                                    row.getString("framework"),
                                    row.getInt("framework_version"),
                                    row.getString("skill"),
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class)));
                });
        return new Of(periods);
    }

    private record Period(String framework, int version, String skill, LocalDate from, LocalDate last) {

        boolean counts(String wanted, LocalDate day) {
            return framework.equals(wanted) && !day.isBefore(from) && !day.isAfter(last);
        }
    }

    /** Some people's exemptions. */
    public final class Of {

        private final Map<UUID, List<Period>> periods;

        private Of(Map<UUID, List<Period>> periods) {
            this.periods = periods;
        }

        /** Skills of that version that do not count for the person on that day. */
        public Set<String> skills(UUID engineer, String framework, int version, LocalDate day) {
            Set<String> skills = new HashSet<>();
            for (Period period : periods.getOrDefault(engineer, List.of())) {
                if (period.counts(framework, day)) {
                    skills.addAll(mappings.upTo(framework, version).now(period.skill(), period.version()));
                }
            }
            return skills;
        }
    }
}
