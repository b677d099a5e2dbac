package dev.skillladder.assessment.review;

import dev.skillladder.assessment.review.PeerWords.Topic;
import dev.skillladder.contract.assessment.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds of which skills enough peers spoke that what one of them said may be shown. */
@Component
class FindPeerWords {

    /** With fewer peers on a skill, whoever knows one of them could tell who said what. */
    private static final int FEWEST_PEERS = 3;

    private final JdbcClient jdbc;

    FindPeerWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One query for all of these reviews, none without a peer's among them. */
    PeerWords of(Collection<Review> reviews) {
        List<UUID> subjects = reviews.stream()
                .filter(review -> review.kind() == Kind.PEER)
                .map(Review::subject)
                .distinct()
                .toList();
        return new PeerWords(subjects.isEmpty() ? Set.of() : enoughPeers(subjects));
    }

    private Set<Topic> enoughPeers(List<UUID> subjects) {
        return new HashSet<>(jdbc.sql("""
                        select review.subject, review.framework, rating.skill
                        from review join review_rating rating on rating.review = review.id
                        where review.subject = any (:subjects::uuid[]) and review.kind = 'PEER'
                          and review.state = 'SUBMITTED' and rating.answer = 'VALUE'
                        group by review.subject, review.framework, rating.skill
                        having count(distinct review.rater) >= :fewest
                        """)
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .param("fewest", FEWEST_PEERS)
                .query((row, _) -> new Topic(
                        row.getObject("subject", UUID.class), row.getString("framework"), row.getString("skill")))
                .list());
    }
}
