package dev.skillladder.assessment.level;

import dev.skillladder.assessment.level.Verification.Difference;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts while a verification goes on. */
class Findings {

    /** Enough to see what is wrong; all are counted. */
    private static final int SHOWN = 20;

    private final List<Difference> first = new ArrayList<>();
    private long people;
    private long observations;
    private long estimates;
    private long levels;
    private long differences;

    void person(Map<PersonSkill, List<Stated>> history) {
        people++;
        observations += history.values().stream().mapToInt(List::size).sum();
    }

    void estimate(PersonSkill about, @Nullable Estimate stored, @Nullable Estimate computed) {
        estimates++;
        if (!Objects.equals(stored, computed)) {
            add(about.engineer(), "estimate " + about.skill(), text(stored), text(computed));
        }
    }

    void level(StoredLevel stored, StoredLevel computed) {
        levels++;
        if (!stored.equals(computed)) {
            add(stored.engineer(), "level", stored.toString(), computed.toString());
        }
    }

    void add(UUID engineer, String what, @Nullable String stored, @Nullable String computed) {
        differences++;
        if (first.size() < SHOWN) {
            first.add(new Difference(engineer, what, stored, computed));
        }
    }

    Verification verification() {
        return new Verification(people, observations, estimates, levels, differences, List.copyOf(first));
    }

    private static @Nullable String text(@Nullable Estimate estimate) {
        return estimate == null ? null : estimate.toString();
    }
}
