package dev.skillladder.profile.teammembership;

import dev.skillladder.profile.engineer.RecordStatement;
import dev.skillladder.profile.engineer.Saved;
import dev.skillladder.profile.problem.BadInput;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** States in which team somebody works. */
@Component
public class StateMembership {

    private final RecordStatement statements;
    private final TeamMemberships memberships;

    StateMembership(RecordStatement statements, TeamMemberships memberships) {
        this.statements = statements;
        this.memberships = memberships;
    }

    @Transactional
    public Saved state(UUID engineer, NewMembership membership) {
        return statements.record(engineer, now -> append(engineer, membership, now));
    }

    private boolean append(UUID engineer, NewMembership membership, Instant now) {
        if (!memberships.hasTeam(membership.team())) {
            throw new BadInput("/team", "There is no team " + membership.team() + ". Create the team first.");
        }
        if (memberships.isStated(engineer, membership)) {
            return false;
        }
        memberships.append(engineer, membership, now);
        return true;
    }
}
