package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What managers and peers say about the cases of a session now: each rater's last word. */
@Component
class CaseVoices {

    private final JdbcClient jdbc;

    CaseVoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One rater's word; who a peer is stays inside this package. */
    record Voice(UUID rater, Kind kind, double value) {}

    Map<Case, List<Voice>> of(Calibration session) {
        Map<Case, List<Voice>> voices = new LinkedHashMap<>();
        session.cases().forEach(one -> voices.put(one, new ArrayList<>()));
        jdbc.sql("""
                        select distinct on (one.engineer, one.skill, review.rater)
                            one.engineer, one.skill, review.rater, review.kind, rating.value
                        from calibration_case one
                        join review on review.subject = one.engineer and review.framework = :framework
                          and review.kind in ('MANAGER', 'PEER') and review.state = 'SUBMITTED'
                        join review_rating rating on rating.review = review.id and rating.skill = one.skill
                          and rating.value is not null
                        where one.calibration = :calibration
                        order by one.engineer, one.skill, review.rater, review.observed_on desc, review.revision desc
                        """)
                .param("framework", session.framework())
                .param("calibration", session.id())
                .query(row -> {
                    voices.computeIfAbsent(
                                    new Case(row.getObject("engineer", UUID.class), row.getString("skill")),
                                    _ -> new ArrayList<>())
                            .add(new Voice(
                                    row.getObject("rater", UUID.class),
                                    Kind.valueOf(row.getString("kind")),
                                    row.getDouble("value")));
                });
        return voices;
    }
}
