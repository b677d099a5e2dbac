package dev.skillladder.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a dead letter to its handler once more, after whatever was wrong has been repaired. */
record RetryDeadLetter(
        JdbcClient jdbc,
        Map<String, Intake> intakes,
        SeenEvents seen,
        OutboxRows outbox,
        Signal relay,
        TransactionTemplate transaction,
        Clock clock) {

    /**
     * Tries it again; one that was resolved before stays as it is.
     *
     * @return why it is still dead, empty when it was taken in
     * @throws DeadLetterNotFound if there is none with this id
     */
    Optional<String> retry(long id) {
        try {
            return Optional.ofNullable(transaction.execute(status -> attempt(id)))
                    .filter(reason -> !reason.isEmpty());
        } catch (DeadLetterNotFound e) {
            throw e;
        } catch (RuntimeException e) {
            if (Transient.is(e)) {
                throw e;
            }
            String reason = Condition.describe(e);
            note(id, reason);
            return Optional.of(reason);
        }
    }

    /** The reason it is still dead; empty if it is not. */
    private String attempt(long id) {
        Letter letter = lock(id);
        if (letter.resolved()) {
            return "";
        }
        String reason = letter.outgoing() ? sendAgain(letter) : takeIn(letter);
        if (reason.isEmpty()) {
            resolve(id);
        } else {
            note(id, reason);
        }
        return reason;
    }

    private Letter lock(long id) {
        return jdbc.sql("""
                        select topic, coalesce(partition, -1) as partition, coalesce(record_offset, -1) as record_offset,
                               appended_at, key, headers, body, event_id, resolved_at
                        from dead_letter
                        where id = :id
                        for update
                        """)
                .param("id", id)
                .query((rs, row) -> new Letter(
                        Arrival.of(rs),
                        rs.getInt("partition") < 0,
                        rs.getString("event_id") != null,
                        rs.getObject("resolved_at") != null))
                .optional()
                .orElseThrow(() -> new DeadLetterNotFound(id));
    }

    private String sendAgain(Letter letter) {
        var record = letter.arrival().record();
        outbox.add(
                List.of(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())),
                clock.instant());
        relay.raiseAfterCommit();
        return "";
    }

    private String takeIn(Letter letter) {
        Intake intake = intakes.get(letter.arrival().record().topic());
        if (intake == null) {
            return "nothing here reads this topic any more";
        }
        if (letter.arrival().fault() != null) {
            return letter.arrival().fault();
        }
        List<Arrival> arrivals = List.of(letter.arrival());
        if (!letter.wasRead()) {
            arrivals = seen.firstSeen(arrivals);
        }
        return intake.take(arrivals, clock.instant()).stream()
                .findFirst()
                .map(DeadLetters.Death::reason)
                .orElse("");
    }

    private void resolve(long id) {
        jdbc.sql("update dead_letter set resolved_at = :now, attempts = attempts + 1 where id = :id")
                .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void note(long id, String reason) {
        jdbc.sql("update dead_letter set reason = :reason, attempts = attempts + 1 where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /**
     * A locked row.
     *
     * @param outgoing it could not be sent; else it could not be taken in
     * @param wasRead its event is among the seen ones since it died
     */
    private record Letter(Arrival arrival, boolean outgoing, boolean wasRead, boolean resolved) {}

    /** No dead letter has this id. */
    static final class DeadLetterNotFound extends RuntimeException {

        private DeadLetterNotFound(long id) {
            super("there is no dead letter " + id);
        }
    }
}
