package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.StoredEstimate;
import dev.skillladder.assessment.observation.PersonSkill;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came out for some people, and how it differs from what is stored.
 *
 * @param people those with a role
 * @param rows the levels stored before
 * @param added estimates of skills that had none
 * @param replaced estimates that differ from the stored ones
 * @param removed skills about which nothing counts any more
 */
record Computation(
        Map<UUID, PersonAt> people,
        Map<UUID, StoredLevel> rows,
        List<StoredEstimate> added,
        List<StoredEstimate> replaced,
        List<PersonSkill> removed) {

    /** Whose estimate of what differs from before. */
    Stream<PersonSkill> skills() {
        return Stream.concat(
                Stream.concat(added.stream(), replaced.stream()).map(StoredEstimate::about), removed.stream());
    }
}
