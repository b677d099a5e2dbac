package dev.skillladder.assessment.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The table {@code live_change}. Ids are given before the commit, so a lower one may become visible after a higher one:
 * whoever reads on reads again what was told shortly before, and being told twice that something changed does no harm.
 */
@Component
class StoredChanges {

    /** Longer than a transaction that tells something. */
    static final Duration OVERLAP = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final LiveSettings settings;
    private final Clock clock;

    StoredChanges(JdbcClient jdbc, LiveSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A change with its place in the table. */
    record Row(long id, Change change) {}

    void add(Collection<Change> changes, Instant now) {
        jdbc.sql("""
                        insert into live_change (what, thing, recipient, about, told_at)
                        select what, thing, recipient, about, :now::timestamptz
                        from unnest(:whats::text[], :things::uuid[], :recipients::uuid[], :abouts::uuid[])
                            as told (what, thing, recipient, about)
                        """)
                .param("now", now.toString())
                .param("whats", texts(changes, Change::what))
                .param("things", texts(changes, Change::thing))
                .param("recipients", texts(changes, Change::recipient))
                .param("abouts", texts(changes, Change::about))
                .update();
    }

    /** The highest id, 0 in an empty table. */
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from live_change")
                .query(Long.class)
                .single();
    }

    /** Whether everything after this id is still kept; the newest row always is. */
    boolean isKeptAfter(long id) {
        return jdbc.sql("select coalesce(min(id), 0) <= :id + 1 from live_change")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** What came after this id, and again what was told shortly before: a transaction may commit after one with a higher id. */
    List<Row> after(long id, Duration overlap) {
        return jdbc.sql("""
                        select id, what, thing, recipient, about from live_change
                        where id > :id
                           or told_at > (select told_at from live_change where id <= :id order by id desc limit 1)
                                        - :overlap * interval '1 second'
                        order by id
                        """)
                .param("id", id)
                .param("overlap", overlap.toSeconds())
                .query((row, _) -> new Row(row.getLong("id"), change(row)))
                .list();
    }

    @Scheduled(fixedDelayString = "${assessment.live.forget-every:1m}")
    void forget() {
        jdbc.sql("""
                        delete from live_change
                        where told_at < :until::timestamptz and id < (select max(id) from live_change)
                        """)
                .param("until", clock.instant().minus(settings.kept()).toString())
                .update();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                Change.What.valueOf(row.getString("what")),
                row.getObject("thing", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getObject("about", UUID.class));
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
