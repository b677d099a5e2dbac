package dev.skillladder.assessment.blindness;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

    List<Hidden> about(UUID subject) {
        Campaigns.Times times = campaigns.of(subject);
        List<Answered> answered = answered(subject, times.lastEnd());
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

    private List<Answered> answered(UUID subject, Instant since) {
        return jdbc.sql("""
                        select rater, recorded_at from review
                        where subject = :subject and kind = 'PEER' and state = 'SUBMITTED'
                          and recorded_at >= :since::timestamptz
                        """)
                .param("subject", subject)
                .param("since", since.toString())
                .query((row, _) -> new Answered(
                        row.getObject("rater", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private record Answered(UUID peer, Instant at) {}
}
