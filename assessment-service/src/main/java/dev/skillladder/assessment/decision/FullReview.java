package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Observation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a decider reviewed everything a level asks for: what somebody gets who wants people only to judge. What was said
 * of a skill that a later version renamed, split or merged counts for what it became.
 */
@Component
class FullReview {

    private static final Comparator<Observation> LAST_WORD =
            Comparator.comparingLong(Observation::revision).thenComparing(Observation::eventId);

    private final CountedObservations counted;

    FullReview(CountedObservations counted) {
        this.counted = counted;
    }

    /** Refuses unless the decider rated every skill of the level within a year. */
    void require(UUID decider, PersonAt person, String level, LocalDate today) {
        Set<String> missing = person.result().levels().stream()
                .filter(rung -> rung.level().equals(level))
                .flatMap(rung -> rung.requirements().stream())
                .map(outcome -> outcome.requirement().skill())
                .collect(Collectors.toCollection(TreeSet::new));
        counted.of(List.of(person)).getOrDefault(person.engineer(), Map.of()).forEach((skill, seen) -> {
            if (saidLately(decider, seen, today.minusYears(1))) {
                missing.remove(skill);
            }
        });
        if (!missing.isEmpty()) {
            throw new Conflict("Only people judge this person: review every skill of the level yourself before you"
                    + " confirm it. Missing: " + String.join(", ", missing) + ".");
        }
    }

    /** Of each day the last word stands, and it may be that nothing was said. */
    private static boolean saidLately(UUID decider, List<Followed> seen, LocalDate after) {
        return seen.stream()
                .map(Followed::observation)
                .filter(said -> said.kind() == Kind.MANAGER
                        && said.source().equals(decider.toString())
                        && said.observedOn().isAfter(after))
                .collect(
                        Collectors.toMap(Observation::observedOn, Function.identity(), BinaryOperator.maxBy(LAST_WORD)))
                .values()
                .stream()
                .anyMatch(said -> !said.retracted());
    }
}
