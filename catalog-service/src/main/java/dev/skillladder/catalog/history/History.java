package dev.skillladder.catalog.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.skillladder.catalog.difference.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of what happened; only ever added to. */
@Component
public class History {

    /** Changes per statement: those of a whole new document would need as much memory again as the document. */
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    History(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds what happened, in the transaction in which it happens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Entry entry, List<Change> changes) {
        long id = jdbc.sql("""
                insert into history
                    (framework, kind, draft, revision, version, reason, happened_at, person, changes)
                values
                    (:framework, :kind, :draft::uuid, :revision, :version, :reason, :at, :by, :changes)
                returning id
                """)
                .param("framework", entry.framework())
                .param("kind", entry.what().name())
                .param("draft", entry.draft())
                .param("revision", entry.revision())
                .param("version", entry.version())
                .param("reason", entry.reason())
                .param("at", Timestamp.from(entry.at()))
                .param("by", entry.by())
                .param("changes", changes.size())
                .query(Long.class)
                .single();
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            add(id, from, changes.subList(from, Math.min(from + AT_ONCE, changes.size())));
        }
    }

    private void add(long entry, int from, List<Change> changes) {
        jdbc.sql("""
                insert into history_changes (entry, position, change)
                select :entry, :from + position, change
                from unnest(:changes::text[]) with ordinality as told (change, position)
                """)
                .param("entry", entry)
                .param("from", from)
                .param("changes", changes.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
    }

    /** What happened before the entry with that number, newest first; of one draft, if one is given. */
    List<Numbered> before(String framework, @Nullable UUID draft, long number, int rows) {
        return jdbc.sql("""
                select id, framework, kind, draft, revision, version, reason, happened_at, person, changes
                from history
                where framework = :framework and id < :number and (:draft::uuid is null or draft = :draft::uuid)
                order by id desc
                limit :rows
                """)
                .param("framework", framework)
                .param("number", number)
                .param("draft", draft)
                .param("rows", rows)
                .query(History::read)
                .list();
    }

    /** The newest entries of one draft, oldest first. */
    public List<Entry> ofDraft(String framework, UUID draft, int most) {
        return before(framework, draft, Long.MAX_VALUE, most).reversed().stream()
                .map(Numbered::entry)
                .toList();
    }

    /** The first changes of each of these entries, as JSON. */
    Map<Long, List<String>> firstChanges(List<Long> entries, int most) {
        return jdbc
                .sql("""
                select entry, change
                from history_changes
                where entry = any(:entries) and position <= :most
                order by entry, position
                """)
                .param("entries", entries.toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> Map.entry(row.getLong("entry"), row.getString("change")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Changes of one entry after a position, as JSON. */
    List<Positioned> changes(String framework, long entry, int after, int rows) {
        return jdbc.sql("""
                select c.position, c.change
                from history_changes c join history h on h.id = c.entry
                where h.framework = :framework and h.id = :entry and c.position > :after
                order by c.position
                limit :rows
                """)
                .param("framework", framework)
                .param("entry", entry)
                .param("after", after)
                .param("rows", rows)
                .query((row, number) -> new Positioned(row.getInt("position"), row.getString("change")))
                .list();
    }

    private static Numbered read(ResultSet row, int number) throws SQLException {
        Entry entry = new Entry(
                row.getString("framework"),
                Happening.valueOf(row.getString("kind")),
                row.getObject("draft", UUID.class),
                row.getObject("revision", Long.class),
                row.getObject("version", Integer.class),
                row.getString("reason"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("person"));
        return new Numbered(row.getLong("id"), entry, row.getInt("changes"));
    }

    /** An entry with its number and how many changes it has. */
    record Numbered(long number, Entry entry, int changes) {}

    /** A change with its place among those of its entry. */
    record Positioned(int position, String change) {}
}
