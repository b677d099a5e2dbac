package dev.skillladder.assessment.blindness;

import static java.util.stream.Collectors.groupingBy;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hides from people what fewer than three peers said about them: within the running cycle until it ends, outside of cycles
 * until a cycle that the person takes part in ends.
 */
@Component
class FewPeers {

    /** The third peer makes all three visible. */
    private static final int FEWEST = 3;

    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    FewPeers(Campaigns campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** What each of them does not see of themselves. */
    List<Hidden> about(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        Map<UUID, Campaigns.Times> times = campaigns.of(subjects);
        Map<UUID, List<Answered>> answered = answered(times).stream().collect(groupingBy(Answered::subject));
        List<Hidden> hidden = new ArrayList<>();
        answered.forEach((subject, answers) ->
                hidden.addAll(about(subject, Objects.requireNonNull(times.get(subject)), answers)));
        return hidden;
    }

    private static List<Hidden> about(UUID subject, Campaigns.Times times, List<Answered> answered) {
        List<Hidden> hidden = new ArrayList<>();
        Instant began = times.runningSince() == null ? Hidden.ON : times.runningSince();
        for (Hidden part : List.of(
                new Hidden(subject, Kind.PEER, times.lastEnd(), began),
                new Hidden(subject, Kind.PEER, began, Hidden.ON))) {
            long peers = answered.stream()
                    .filter(answer -> part.covers(subject, Kind.PEER, answer.at()))
                    .map(Answered::peer)
                    .distinct()
                    .count();
            if (peers > 0 && peers < FEWEST) {
                hidden.add(part);
            }
        }
        return hidden;
    }

    private List<Answered> answered(Map<UUID, Campaigns.Times> times) {
        List<UUID> subjects = List.copyOf(times.keySet());
        return jdbc.sql("""
                        select review.subject, review.rater, review.recorded_at
                        from unnest(:subjects::uuid[], :since::timestamptz[]) as wanted (subject, since)
                        join review on review.subject = wanted.subject and review.kind = 'PEER'
                          and review.state = 'SUBMITTED' and review.recorded_at >= wanted.since
                        """)
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "since",
                        subjects.stream()
                                .map(subject -> Objects.requireNonNull(times.get(subject))
                                        .lastEnd()
                                        .toString())
                                .toArray(String[]::new))
                .query((row, _) -> new Answered(
                        row.getObject("subject", UUID.class),
                        row.getObject("rater", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private record Answered(UUID subject, UUID peer, Instant at) {}
}
