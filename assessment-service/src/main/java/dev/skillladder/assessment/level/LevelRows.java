package dev.skillladder.assessment.level;

import dev.skillladder.contract.assessment.LevelComputed;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code engineer_level}. Whoever writes holds the engineers' locks. */
@Component
class LevelRows {

    private final JdbcClient jdbc;

    LevelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, StoredLevel> of(Collection<UUID> engineers) {
        return jdbc
                .sql("""
                        select engineer, framework, framework_version, role, as_of, verified, possible, confirmed, state,
                               p_low, p_high, levels_p_low, levels_p_high, changes_on, verified_since, computed_at
                        from engineer_level where engineer = any (:engineers)
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .query((row, _) -> level(row))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredLevel::engineer, Function.identity()));
    }

    void store(List<StoredLevel> levels) {
        if (levels.isEmpty()) {
            return;
        }
        int stored = jdbc.sql("""
                        insert into engineer_level (engineer, framework, framework_version, role, as_of, verified, possible,
                            confirmed, state, p_low, p_high, levels_p_low, levels_p_high, changes_on, verified_since,
                            computed_at)
                        select engineer, framework, framework_version, role, as_of, verified, possible,
                            confirmed, state, p_low, p_high, levels_p_low::float8[], levels_p_high::float8[], changes_on,
                            verified_since, computed_at
                        from unnest(:engineers::uuid[], :frameworks::text[], :versions::int[], :roles::text[],
                                    :asOf::date[], :verified::text[], :possible::text[], :confirmed::text[],
                                    :states::text[], :pLow::float8[], :pHigh::float8[], :levelsPLow::text[],
                                    :levelsPHigh::text[], :changesOn::date[], :verifiedSince::timestamptz[],
                                    :computedAt::timestamptz[])
                            as changed (engineer, framework, framework_version, role, as_of, verified, possible,
                                confirmed, state, p_low, p_high, levels_p_low, levels_p_high, changes_on, verified_since,
                                computed_at)
                        on conflict (engineer) do update
                        set framework = excluded.framework, framework_version = excluded.framework_version,
                            role = excluded.role, as_of = excluded.as_of, verified = excluded.verified,
                            possible = excluded.possible, confirmed = excluded.confirmed, state = excluded.state,
                            p_low = excluded.p_low, p_high = excluded.p_high, levels_p_low = excluded.levels_p_low,
                            levels_p_high = excluded.levels_p_high, changes_on = excluded.changes_on,
                            verified_since = excluded.verified_since, computed_at = excluded.computed_at
                        """)
                .param("engineers", column(levels, StoredLevel::engineer))
                .param("frameworks", column(levels, StoredLevel::framework))
                .param("versions", column(levels, StoredLevel::frameworkVersion))
                .param("roles", column(levels, StoredLevel::role))
                .param("asOf", column(levels, StoredLevel::asOf))
                .param("verified", column(levels, StoredLevel::verified))
                .param("possible", column(levels, StoredLevel::possible))
                .param("confirmed", column(levels, StoredLevel::confirmed))
                .param("states", column(levels, StoredLevel::state))
                .param("pLow", column(levels, StoredLevel::pLow))
                .param("pHigh", column(levels, StoredLevel::pHigh))
                .param("levelsPLow", column(levels, level -> array(level.levelsPLow())))
                .param("levelsPHigh", column(levels, level -> array(level.levelsPHigh())))
                .param("changesOn", column(levels, StoredLevel::changesOn))
                .param("verifiedSince", column(levels, StoredLevel::verifiedSince))
                .param("computedAt", column(levels, StoredLevel::computedAt))
                .update();
        requireCount(levels, stored);
    }

    void remove(Collection<UUID> engineers) {
        if (engineers.isEmpty()) {
            return;
        }
        int removed = jdbc.sql("delete from engineer_level where engineer = any (:engineers)")
                .param("engineers", engineers.toArray(UUID[]::new))
                .update();
        requireCount(engineers, removed);
    }

    // as text: PostgreSQL reads its own notation of every type, and Java's doubles are printed exactly
    private static @Nullable String[] column(List<StoredLevel> levels, Function<StoredLevel, @Nullable Object> value) {
        @Nullable String[] column = new String[levels.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(levels.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }

    private static String array(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    static StoredLevel level(ResultSet row) throws SQLException {
        return new StoredLevel(
                row.getObject("engineer", UUID.class),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getString("role"),
                row.getObject("as_of", LocalDate.class),
                row.getString("verified"),
                row.getString("possible"),
                row.getString("confirmed"),
                LevelComputed.State.valueOf(row.getString("state")),
                row.getObject("p_low", Double.class),
                row.getObject("p_high", Double.class),
                doubles(row.getArray("levels_p_low")),
                doubles(row.getArray("levels_p_high")),
                row.getObject("changes_on", LocalDate.class),
                row.getObject("verified_since", OffsetDateTime.class).toInstant(),
                row.getObject("computed_at", OffsetDateTime.class).toInstant());
    }

    private static List<Double> doubles(Array array) throws SQLException {
        return List.of((Double[]) array.getArray());
    }

    private static void requireCount(Collection<?> rows, int count) {
        if (count != rows.size()) {
            throw new IllegalStateException(
                    "%d levels should change, %d did: somebody writes without the engineers' locks"
                            .formatted(rows.size(), count));
        }
    }
}
