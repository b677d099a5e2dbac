package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.profile.EngineerChanged.TeamMembership;
import java.util.List;

/** What a person's statements about teams come to: at most one team per day. */
final class EffectiveMemberships {

    private EffectiveMemberships() {}

    static List<OnePerDay.Period> of(List<TeamMembership> statements) {
        return OnePerDay.of(statements.stream()
                .map(member -> new OnePerDay.Statement(member.team(), member.from(), member.to(), member.recordedAt()))
                .toList());
    }
}
