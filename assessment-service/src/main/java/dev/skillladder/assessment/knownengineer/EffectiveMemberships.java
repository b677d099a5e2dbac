package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.profile.EngineerChanged.TeamMembership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person's statements about teams come to: of those about the same team and first day, the one recorded last. */
final class EffectiveMemberships {

    private EffectiveMemberships() {}

    static List<TeamMembership> of(List<TeamMembership> statements) {
        Map<List<Object>, TeamMembership> newest = new HashMap<>();
        statements.forEach(statement -> newest.merge(
                List.of(statement.team(), statement.from()),
                statement,
                (one, other) -> other.recordedAt().isBefore(one.recordedAt()) ? one : other));
        return List.copyOf(newest.values());
    }
}
