package dev.skillladder.assessment.agreement;

import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.contract.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Finds how strict managers rate, a page of managers at a time. Peers are looked at only as somebody else's comparison. */
@Component
class RaterSeverity {

    private static final UUID FIRST = new UUID(0, 0);

    private final KnownEngineers engineers;
    private final JdbcClient jdbc;

    RaterSeverity(KnownEngineers engineers, JdbcClient jdbc) {
        this.engineers = engineers;
        this.jdbc = jdbc;
    }

    /** By id of the rater, those after {@code after}. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Severity> page(String framework, @Nullable UUID after, int most) {
        List<UUID> raters = raters(framework, after, most);
        Map<UUID, List<Double>> differences = differences(framework, raters);
        Map<UUID, KnownEngineer> known = engineers.find(raters);
        return raters.stream()
                .map(rater -> Severity.of(rater, name(known.get(rater)), differences.getOrDefault(rater, List.of())))
                .toList();
    }

    private static @Nullable Text name(@Nullable KnownEngineer rater) {
        return rater == null ? null : rater.name();
    }

    private List<UUID> raters(String framework, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select distinct rater from review
                        where framework = :framework and kind = 'MANAGER' and state = 'SUBMITTED' and rater > :after
                        order by rater limit :most
                        """)
                .param("framework", framework)
                .param("after", after == null ? FIRST : after)
                .param("most", most)
                .query((row, _) -> row.getObject("rater", UUID.class))
                .list();
    }

    /** One number per rater and doubly rated person: the mean over the skills that others rated too. */
    private Map<UUID, List<Double>> differences(String framework, List<UUID> raters) {
        Map<UUID, List<Double>> differences = new HashMap<>();
        jdbc.sql("""
                        with voice as (
                            select distinct on (review.subject, rating.skill, review.rater)
                                review.subject, rating.skill, review.rater, review.kind, rating.value
                            from review join review_rating rating on rating.review = review.id
                            where review.subject in (
                                select subject from review
                                where rater = any (:raters) and framework = :framework and kind = 'MANAGER')
                              and review.framework = :framework and review.kind in ('MANAGER', 'PEER')
                              and review.state = 'SUBMITTED' and rating.value is not null
                            order by review.subject, rating.skill, review.rater, review.observed_on desc,
                                review.revision desc
                        ), compared as (
                            select own.rater, own.subject, own.value - avg(other.value) as difference
                            from voice own
                            join voice other on other.subject = own.subject and other.skill = own.skill
                              and other.rater <> own.rater
                            where own.rater = any (:raters) and own.kind = 'MANAGER'
                            group by own.rater, own.subject, own.skill, own.value
                        )
                        select rater, avg(difference) as difference from compared
                        group by rater, subject order by rater, subject
                        """)
                .param("framework", framework)
                .param("raters", raters.toArray(UUID[]::new))
                .query(row -> {
                    differences
                            .computeIfAbsent(row.getObject("rater", UUID.class), _ -> new ArrayList<>())
                            .add(row.getDouble("difference"));
                });
        return differences;
    }
}
