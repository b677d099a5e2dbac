package dev.skillladder.assessment.observation;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.MappingChain;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through one person's log. */
@Component
class LogPages {

    /** With fewer peers on a skill, whoever knows one of them could tell who said what. */
    private static final int PEERS_SHOWN_FROM = 3;

    private final JdbcClient jdbc;
    private final KnownFrameworks frameworks;
    private final SkillMappings mappings;

    LogPages(JdbcClient jdbc, KnownFrameworks frameworks, SkillMappings mappings) {
        this.jdbc = jdbc;
        this.frameworks = frameworks;
        this.mappings = mappings;
    }

    Page<LoggedItem> page(UUID engineer, Sight sight, @Nullable String after, int limit) {
        Position position = Position.of(after);
        // no index of its own: one person's log is a few thousand rows behind the primary key
        List<Row> rows = jdbc.sql("""
                        with peers as (
                            select framework, skill, count(distinct source) as peers
                            from observation where engineer = :engineer and kind = 'PEER'
                            group by framework, skill)
                        select framework, framework_version, skill, event_id, kind, source, origin, value, quality,
                               observed_on, recorded_at, revision, retracted, valid_until,
                               kind = 'PEER' and peers < :shownFrom as hidden
                        from observation left join peers using (framework, skill)
                        where engineer = :engineer
                          and (recorded_at, event_id, skill) < (:recordedAt::timestamptz, :eventId, :skill)
                          and not exists (
                              select from unnest(:hiddenPeople::uuid[], :hiddenKinds::text[], :hiddenFrom::timestamptz[],
                                                 :hiddenUntil::timestamptz[]) as hidden (person, kind, since, until)
                              where hidden.person = observation.engineer and hidden.kind = observation.kind
                                and observation.recorded_at >= hidden.since and observation.recorded_at < hidden.until)
                        order by recorded_at desc, event_id desc, skill desc
                        limit :limit
                        """)
                .param("engineer", engineer)
                .param("hiddenPeople", sight.engineers())
                .param("hiddenKinds", sight.kinds())
                .param("hiddenFrom", sight.froms())
                .param("hiddenUntil", sight.untils())
                .param("shownFrom", PEERS_SHOWN_FROM)
                .param("recordedAt", position.recordedAt())
                .param("eventId", position.eventId())
                .param("skill", position.skill())
                .param("limit", limit + 1)
                .query((row, _) -> row(row))
                .list();
        List<Row> page = rows.stream().limit(limit).toList();
        Map<String, MappingChain> chains = page.stream()
                .map(row -> row.item().framework())
                .distinct()
                .collect(Collectors.toMap(framework -> framework, this::newest));
        return new Page<>(
                page.stream().map(row -> followed(row.item(), chains)).toList(),
                rows.size() > limit ? page.getLast().position().text() : null);
    }

    private MappingChain newest(String framework) {
        return mappings.upTo(framework, frameworks.latest(framework).orElseThrow());
    }

    private static LoggedItem followed(LoggedItem item, Map<String, MappingChain> chains) {
        MappingChain chain = chains.get(item.framework());
        Set<String> now = chain == null ? Set.of(item.skill()) : chain.now(item.skill(), item.frameworkVersion());
        return now.equals(Set.of(item.skill())) ? item : item.countingFor(now);
    }

    private static Row row(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        boolean named = kind != Kind.PEER;
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new Row(
                new Position(recordedAt.toString(), row.getString("event_id"), row.getString("skill")),
                new LoggedItem(
                        row.getString("framework"),
                        row.getInt("framework_version"),
                        row.getString("skill"),
                        kind,
                        named ? row.getString("source") : null,
                        named ? row.getString("origin") : null,
                        row.getBoolean("hidden") ? null : row.getObject("value", Double.class),
                        row.getDouble("quality"),
                        row.getObject("observed_on", LocalDate.class),
                        recordedAt,
                        row.getLong("revision"),
                        row.getBoolean("retracted"),
                        row.getObject("valid_until", LocalDate.class),
                        null));
    }

    private record Row(Position position, LoggedItem item) {}

    /** Where a page ends; {@code infinity} is before the first one. */
    private record Position(String recordedAt, String eventId, String skill) {

        static Position of(@Nullable String text) {
            if (text == null) {
                return new Position("infinity", "", "");
            }
            String[] parts = text.split("~", 3);
            if (parts.length != 3 || !isInstant(parts[0])) {
                throw new BadRequest("'after' is not a 'next' of this list; leave it out to start anew.");
            }
            return new Position(parts[0], parts[1], parts[2]);
        }

        String text() {
            return recordedAt + "~" + eventId + "~" + skill;
        }

        private static boolean isInstant(String text) {
            try {
                Instant.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
