package dev.skillladder.assessment.blindness;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/**
 * Hides from managers what people say of themselves, as long as the manager's own review is due: in the running cycle what
 * was said since it began; outside of cycles, while the manager has a draft or was asked, what was said since the manager's
 * last review.
 */
@Component
class UnreviewedPeople {

    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    UnreviewedPeople(Campaigns campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** @param readers who reads, by the person read about */
    List<Hidden> by(Map<UUID, UUID> readers) {
        if (readers.isEmpty()) {
            return List.of();
        }
        Set<UUID> people = readers.keySet();
        Map<UUID, Instant> began = campaigns.running(people);
        Map<UUID, Instant> reviewed = reviewed(readers);
        Map<UUID, Instant> since = new HashMap<>();
        began.forEach((person, start) -> {
            Instant last = reviewed.get(person);
            if (last == null || last.isBefore(start)) {
                since.put(person, start);
            }
        });
        Set<UUID> outside = begun(readers);
        outside.removeAll(began.keySet());
        outside.forEach(person -> since.put(person, reviewed.getOrDefault(person, Hidden.EVER)));
        return since.isEmpty() ? List.of() : withSelfReview(since);
    }

    /** When the reader last reviewed each of them. */
    private Map<UUID, Instant> reviewed(Map<UUID, UUID> readers) {
        List<Map.Entry<UUID, UUID>> pairs = List.copyOf(readers.entrySet());
        Map<UUID, Instant> reviewed = new HashMap<>();
        jdbc.sql("""
                        select review.subject, max(review.submitted_at) as last
                        from unnest(:people::uuid[], :readers::uuid[]) as reading (person, reader)
                        join review on review.subject = reading.person and review.kind = 'MANAGER'
                          and review.state = 'SUBMITTED'
                          and (review.rater = reading.reader or review.on_behalf_of = reading.reader)
                        group by review.subject
                        """)
                .param("people", people(pairs))
                .param("readers", readers(pairs))
                .query(row -> {
                    reviewed.put(
                            row.getObject("subject", UUID.class),
                            row.getObject("last", OffsetDateTime.class).toInstant());
                });
        return reviewed;
    }

    /** Of whom the reader has a manager's draft, or was asked for a manager's review. */
    private Set<UUID> begun(Map<UUID, UUID> readers) {
        List<Map.Entry<UUID, UUID>> pairs = List.copyOf(readers.entrySet());
        return new HashSet<>(jdbc.sql("""
                        with reading as (
                            select person, reader from unnest(:people::uuid[], :readers::uuid[]) as pair (person, reader)
                        )
                        select draft.subject from reading
                        join review_draft draft on draft.subject = reading.person and draft.rater = reading.reader
                          and draft.kind = 'MANAGER' and draft.open
                        union
                        select request.subject from reading
                        join review_request request on request.subject = reading.person and request.kind = 'MANAGER'
                          and request.state in ('OPEN', 'ACCEPTED')
                          and (request.reviewer = reading.reader or request.delegate = reading.reader)
                        """)
                .param("people", people(pairs))
                .param("readers", readers(pairs))
                .query(UUID.class)
                .list());
    }

    /** Whom the reader was asked to review as a manager or a peer, or has begun to. */
    Set<UUID> awaited(UUID reader, Collection<UUID> people) {
        return new HashSet<>(jdbc.sql("""
                        select subject from review_draft
                        where rater = :reader and kind <> 'SELF' and open and subject = any (:people::uuid[])
                        union
                        select subject from review_request
                        where subject = any (:people::uuid[]) and kind <> 'SELF' and state in ('OPEN', 'ACCEPTED')
                          and (reviewer = :reader or delegate = :reader)
                        """)
                .param("reader", reader)
                .param("people", texts(people))
                .query(UUID.class)
                .list());
    }

    /** Only people who said something since need another look at the log. */
    private List<Hidden> withSelfReview(Map<UUID, Instant> since) {
        List<Map.Entry<UUID, Instant>> wanted = List.copyOf(since.entrySet());
        return jdbc.sql("""
                        select wanted.engineer, wanted.since
                        from unnest(:engineers::uuid[], :since::timestamptz[]) as wanted (engineer, since)
                        where exists (
                            select from review
                            where subject = wanted.engineer and kind = 'SELF' and recorded_at >= wanted.since)
                        """)
                .param("engineers", texts(wanted.stream().map(Map.Entry::getKey).toList()))
                .param("since", texts(wanted.stream().map(Map.Entry::getValue).toList()))
                .query((row, _) -> new Hidden(
                        row.getObject("engineer", UUID.class),
                        Kind.SELF,
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Hidden.ON))
                .list();
    }

    private static String[] people(Collection<Map.Entry<UUID, UUID>> pairs) {
        return texts(pairs.stream().map(Map.Entry::getKey).toList());
    }

    private static String[] readers(Collection<Map.Entry<UUID, UUID>> pairs) {
        return texts(pairs.stream().map(Map.Entry::getValue).toList());
    }

    private static String[] texts(Collection<? extends @Nullable Object> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
