package dev.skillladder.assessment.knownframework;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be rated in one framework version, and with which values. */
public final class Rateable {

    /** Values come as decimals of few digits; half of this is far below any step. */
    private static final double TOLERANCE = 1e-9;

    private final FrameworkDocument.Scale scale;
    private final FrameworkDocument.Parameters parameters;
    private final Set<String> skills;

    Rateable(FrameworkDocument document) {
        this.scale = document.scale();
        this.parameters = document.parameters();
        this.skills =
                document.skills().stream().map(FrameworkDocument.Skill::id).collect(Collectors.toUnmodifiableSet());
    }

    public boolean hasSkill(String skill) {
        return skills.contains(skill);
    }

    /** Why the value cannot be taken, null if it can. */
    public @Nullable String refusal(double value) {
        if (!(value >= scale.min() && value <= scale.max())) {
            return "%s is off the scale, which goes from %s to %s.".formatted(value, scale.min(), scale.max());
        }
        double steps = (value - scale.min()) / scale.step();
        return Math.abs(steps - Math.rint(steps)) <= TOLERANCE
                ? null
                : "%s lies between two steps of the scale, which are %s apart.".formatted(value, scale.step());
    }

    public FrameworkDocument.Parameters parameters() {
        return parameters;
    }
}
