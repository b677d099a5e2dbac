package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.Conflict;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a decider reviewed everything a level asks for: what somebody gets who wants people only to judge. */
@Component
class FullReview {

    private final JdbcClient jdbc;

    FullReview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses unless the decider rated every skill of the level within a year. */
    void require(UUID decider, PersonAt person, String level, LocalDate today) {
        Set<String> missing = person.result().levels().stream()
                .filter(rung -> rung.level().equals(level))
                .flatMap(rung -> rung.requirements().stream())
                .map(outcome -> outcome.requirement().skill())
                .collect(Collectors.toCollection(TreeSet::new));
        jdbc.sql("""
                        select distinct skill from observation
                        where engineer = :engineer and framework = :framework and kind = 'MANAGER' and source = :decider
                          and observed_on > :yearAgo and not retracted
                        """)
                .param("engineer", person.engineer())
                .param("framework", person.framework())
                .param("decider", decider.toString())
                .param("yearAgo", today.minusYears(1))
                .query(String.class)
                .list()
                .forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new Conflict("Only people judge this person: review every skill of the level yourself before you"
                    + " confirm it. Missing: " + String.join(", ", missing) + ".");
        }
    }
}
