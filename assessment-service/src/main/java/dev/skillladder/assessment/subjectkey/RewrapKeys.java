package dev.skillladder.assessment.subjectkey;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps every key with the first key of the settings, so that an older one can leave them. Refuses to start if a key of
 * the table cannot be unwrapped: better now than when somebody reads.
 */
@Component
class RewrapKeys implements InitializingBean {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final WrappingKeys wrapping;
    private final TransactionTemplate transaction;

    RewrapKeys(JdbcClient jdbc, WrappingKeys wrapping, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("""
                        select distinct on (wrapped_with) subject, wrapped_with, wrapped from subject_key
                        where destroyed_at is null order by wrapped_with, subject
                        """)
                .query((row, _) -> wrapped(
                        row.getObject("subject", UUID.class), row.getString("wrapped_with"), row.getBytes("wrapped")))
                .list()
                .forEach(key -> wrapping.unwrap(key.subject(), key.id(), key.bytes()));
    }

    @Scheduled(fixedDelayString = "${skill-ladder.keys.rewrap-every:1h}")
    void rewrap() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> rewrapBatch()))) {
            // until none is left, a transaction each
        }
    }

    private boolean rewrapBatch() {
        List<Wrapped> old = jdbc.sql("""
                        select subject, wrapped_with, wrapped from subject_key
                        where wrapped_with <> :current limit :batch for update skip locked
                        """)
                .param("current", wrapping.current())
                .param("batch", BATCH)
                .query((row, _) -> wrapped(
                        row.getObject("subject", UUID.class), row.getString("wrapped_with"), row.getBytes("wrapped")))
                .list();
        if (old.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        update subject_key set wrapped_with = :current, wrapped = decode(anew.wrapped, 'hex')
                        from unnest(:subjects::uuid[], :wrapped::text[]) as anew (subject, wrapped)
                        where subject_key.subject = anew.subject
                        """)
                .param("current", wrapping.current())
                .param(
                        "subjects",
                        old.stream().map(key -> key.subject().toString()).toArray(String[]::new))
                .param("wrapped", old.stream().map(this::anew).toArray(String[]::new))
                .update();
        return true;
    }

    private String anew(Wrapped key) {
        return HexFormat.of()
                .formatHex(wrapping.wrap(key.subject(), wrapping.unwrap(key.subject(), key.id(), key.bytes())));
    }

    private static Wrapped wrapped(UUID subject, String id, byte[] bytes) {
        return new Wrapped(subject, id, bytes);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one batch and is never compared
    private record Wrapped(UUID subject, String id, byte[] bytes) {}
}
