package dev.skillladder.assessment.observation;

import dev.skillladder.engine.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One skill of one person: what an estimate is about. */
public record PersonSkill(UUID engineer, String framework, String skill) {

    /** One person's histories of a framework's skills, by skill. */
    public static Map<String, List<Observation>> bySkill(
            String framework, Map<PersonSkill, List<Observation>> histories) {
        Map<String, List<Observation>> bySkill = new HashMap<>();
        histories.forEach((about, observations) -> {
            if (about.framework().equals(framework)) {
                bySkill.put(about.skill(), observations);
            }
        });
        return bySkill;
    }
}
