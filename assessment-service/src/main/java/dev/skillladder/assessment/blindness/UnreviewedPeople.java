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

    List<Hidden> by(UUID manager, Collection<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Map<UUID, Instant> began = campaigns.running(people);
        Map<UUID, Instant> reviewed = reviewed(manager, people);
        Map<UUID, Instant> since = new HashMap<>();
        began.forEach((person, start) -> {
            Instant last = reviewed.get(person);
            if (last == null || last.isBefore(start)) {
                since.put(person, start);
            }
        });
        Set<UUID> outside = begun(manager, people);
        outside.removeAll(began.keySet());
        outside.forEach(person -> since.put(person, reviewed.getOrDefault(person, Hidden.EVER)));
        return since.isEmpty() ? List.of() : withSelfReview(since);
    }

    /** When the manager last reviewed each of them. */
    private Map<UUID, Instant> reviewed(UUID manager, Collection<UUID> people) {
        Map<UUID, Instant> reviewed = new HashMap<>();
        jdbc.sql("""
                        select subject, max(submitted_at) as last from review
                        where subject = any (:people::uuid[]) and kind = 'MANAGER' and state = 'SUBMITTED'
                          and (rater = :manager or on_behalf_of = :manager)
                        group by subject
                        """).param("people", texts(people)).param("manager", manager).query(row -> {
            reviewed.put(
                    row.getObject("subject", UUID.class),
                    row.getObject("last", OffsetDateTime.class).toInstant());
        });
        return reviewed;
    }

    /** Of whom the manager has a draft, or was asked for a review. */
    private Set<UUID> begun(UUID manager, Collection<UUID> people) {
        return new HashSet<>(jdbc.sql("""
                        select subject from review_draft
                        where rater = :manager and kind = 'MANAGER' and open and subject = any (:people::uuid[])
                        union
                        select subject from review_request
                        where subject = any (:people::uuid[]) and kind = 'MANAGER' and state in ('OPEN', 'ACCEPTED')
                          and (reviewer = :manager or delegate = :manager)
                        """)
                .param("manager", manager)
                .param("people", texts(people))
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

    private static String[] texts(Collection<? extends @Nullable Object> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
