package dev.skillladder.assessment.mapping;

import dev.skillladder.engine.Observation;
import java.util.List;

/**
 * An observation of a skill as a later version counts it.
 *
 * @param origins what was observed, by skill; one unless skills were merged
 */
public record Followed(Observation observation, List<Origin> origins) {

    public Followed {
        origins = List.copyOf(origins);
    }

    static Followed asStated(String skill, Stated stated) {
        return new Followed(stated.observation(), List.of(new Origin(skill, stated.frameworkVersion())));
    }

    /** Whether it was made about another skill. */
    public boolean cameFromElsewhere(String skill) {
        return origins.stream().anyMatch(origin -> !origin.skill().equals(skill));
    }
}
