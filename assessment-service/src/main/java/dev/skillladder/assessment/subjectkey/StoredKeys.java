package dev.skillladder.assessment.subjectkey;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code subject_key}. A destroyed key's row stays, so that no new key takes its place. */
@Component
class StoredKeys {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final WrappingKeys wrapping;

    StoredKeys(JdbcClient jdbc, WrappingKeys wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    /**
     * A person's key as it is stored.
     *
     * @param committed false: this transaction made it, and may still be rolled back
     */
    record Found(UUID subject, SubjectKey key, boolean committed) {}

    List<Found> find(Collection<UUID> subjects) {
        return jdbc.sql("""
                        select subject, wrapped_with, wrapped,
                               coalesce(xmin <> pg_current_xact_id_if_assigned()::xid, true) as committed
                        from subject_key where subject = any (:subjects::uuid[])
                        """)
                .param("subjects", texts(subjects))
                .query((row, _) -> {
                    UUID subject = row.getObject("subject", UUID.class);
                    return new Found(
                            subject,
                            key(subject, row.getString("wrapped_with"), row.getBytes("wrapped")),
                            row.getBoolean("committed"));
                })
                .list();
    }

    /** Adds keys of people who have none, in id order, so that two transactions cannot wait for each other. */
    void addMissing(Map<UUID, byte[]> keys, Instant now) {
        Map<String, String> wrapped = new TreeMap<>();
        keys.forEach((subject, key) -> wrapped.put(subject.toString(), HEX.formatHex(wrapping.wrap(subject, key))));
        jdbc.sql("""
                        insert into subject_key (subject, wrapped_with, wrapped, created_at)
                        select subject, :id, decode(wrapped, 'hex'), :now::timestamptz
                        from unnest(:subjects::uuid[], :wrapped::text[]) as made (subject, wrapped)
                        on conflict do nothing
                        """)
                .param("id", wrapping.current())
                .param("now", now.toString())
                .param("subjects", wrapped.keySet().toArray(String[]::new))
                .param("wrapped", wrapped.values().toArray(String[]::new))
                .update();
    }

    void destroy(Collection<UUID> subjects, Instant now) {
        jdbc.sql("""
                        insert into subject_key (subject, created_at, destroyed_at)
                        select subject, :now::timestamptz, :now::timestamptz
                        from unnest(:subjects::uuid[]) as erased (subject) order by subject
                        on conflict (subject) do update
                        set wrapped_with = null, wrapped = null, destroyed_at = excluded.destroyed_at
                        where subject_key.destroyed_at is null
                        """)
                .param("subjects", texts(subjects))
                .param("now", now.toString())
                .update();
    }

    private static String[] texts(Collection<UUID> subjects) {
        return subjects.stream().map(UUID::toString).toArray(String[]::new);
    }

    private SubjectKey key(UUID subject, @Nullable String id, byte @Nullable [] wrapped) {
        return new SubjectKey(subject, id == null || wrapped == null ? null : wrapping.unwrap(subject, id, wrapped));
    }
}
