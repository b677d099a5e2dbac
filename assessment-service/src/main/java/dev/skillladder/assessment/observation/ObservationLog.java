package dev.skillladder.assessment.observation;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.copy.Copy;
import dev.skillladder.assessment.copy.Rows;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code observation}: rows are appended and read, never changed. */
@Component
public class ObservationLog {

    private final JdbcClient jdbc;
    private final Copy copy;

    public ObservationLog(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** Everything about these skills; a skill without observations is missing in the answer. */
    public Map<PersonSkill, List<Stated>> about(Collection<PersonSkill> skills) {
        Map<Person, StringBuilder> byPerson = new HashMap<>();
        for (PersonSkill skill : skills) {
            byPerson.computeIfAbsent(new Person(skill.engineer(), skill.framework()), _ -> new StringBuilder())
                    .append(skill.skill())
                    .append(',');
        }
        Histories histories = new Histories(Sight.ALL);
        // one index descent per person, whatever the planner thinks of the table's size: hence lateral and offset 0
        jdbc.sql("""
                        select log.engineer, log.framework, log.skill, log.event_id, log.kind, log.source, log.value,
                               log.quality, log.observed_on, log.recorded_at, log.revision, log.retracted, log.valid_until,
                               log.framework_version
                        from unnest(:engineers::uuid[], :frameworks::text[], :skills::text[])
                            as wanted (engineer, framework, skills)
                        cross join lateral (
                            select engineer, framework, skill, event_id, kind, source, value,
                                   quality, observed_on, recorded_at, revision, retracted, valid_until,
                                   framework_version
                            from observation
                            where engineer = wanted.engineer and framework = wanted.framework
                              and skill = any (string_to_array(wanted.skills, ','))
                            offset 0
                        ) as log
                        """)
                .param(
                        "engineers",
                        byPerson.keySet().stream().map(Person::engineer).toArray(UUID[]::new))
                .param(
                        "frameworks",
                        byPerson.keySet().stream().map(Person::framework).toArray(String[]::new))
                .param(
                        "skills",
                        byPerson.values().stream().map(StringBuilder::toString).toArray(String[]::new))
                .query(histories);
        return histories.found;
    }

    /** Everything about these people in all frameworks. */
    public Map<PersonSkill, List<Stated>> of(Collection<UUID> engineers) {
        return of(engineers, Sight.ALL);
    }

    /** The same as one reader sees it. */
    public Map<PersonSkill, List<Stated>> of(Collection<UUID> engineers, Sight sight) {
        Histories histories = new Histories(sight);
        jdbc.sql("""
                        select engineer, framework, skill, event_id, kind, source, value,
                               quality, observed_on, recorded_at, revision, retracted, valid_until,
                               framework_version
                        from observation where engineer = any (:engineers)
                        """).param("engineers", engineers.toArray(UUID[]::new)).query(histories);
        return histories.found;
    }

    void append(List<Logged> observations) {
        Rows rows = new Rows(15);
        for (Logged logged : observations) {
            Observation observation = logged.observation();
            rows.next()
                    .uuid(logged.about().engineer())
                    .text(logged.about().framework())
                    .text(logged.about().skill())
                    .text(observation.eventId())
                    .text(observation.kind().name())
                    .text(observation.source())
                    .text(logged.origin())
                    .int4(logged.frameworkVersion())
                    .float8(observation.value())
                    .float8(observation.quality())
                    .date(observation.observedOn())
                    .timestamptz(observation.recordedAt())
                    .int8(observation.revision())
                    .bool(observation.retracted())
                    .date(observation.validUntil());
        }
        copy.into(
                "observation (engineer, framework, skill, event_id, kind, source, origin, framework_version, value,"
                        + " quality, observed_on, recorded_at, revision, retracted, valid_until)",
                rows);
    }

    private record Person(UUID engineer, String framework) {}

    /** Groups rows by skill as they arrive. */
    private static class Histories implements RowCallbackHandler {

        private final Map<PersonSkill, List<Stated>> found = new HashMap<>();
        private final Sight sight;

        Histories(Sight sight) {
            this.sight = sight;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            UUID engineer = row.getObject(1, UUID.class);
            Observation observation = observation(row);
            if (!sight.hides(engineer, observation.kind(), observation.recordedAt())) {
                found.computeIfAbsent(
                                new PersonSkill(engineer, row.getString(2), row.getString(3)), _ -> new ArrayList<>())
                        .add(new Stated(row.getInt(14), observation));
            }
        }

        private static Observation observation(ResultSet row) throws SQLException {
            return new Observation(
                    Kind.valueOf(row.getString(5)),
                    row.getString(6),
                    row.getDouble(7),
                    row.getObject(9, LocalDate.class),
                    row.getObject(10, OffsetDateTime.class).toInstant(),
                    row.getDouble(8),
                    row.getLong(11),
                    row.getString(4),
                    row.getBoolean(12),
                    row.getObject(13, LocalDate.class));
        }
    }
}
