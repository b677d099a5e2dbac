package dev.skillladder.profile.roleassignment;

import dev.skillladder.profile.engineer.RecordStatement;
import dev.skillladder.profile.engineer.Saved;
import dev.skillladder.profile.knownframework.KnownRoles;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** States in which role of a published framework somebody works. */
@Component
class StateAssignment {

    private final RecordStatement statements;
    private final RoleAssignments assignments;
    private final KnownRoles roles;

    StateAssignment(RecordStatement statements, RoleAssignments assignments, KnownRoles roles) {
        this.statements = statements;
        this.assignments = assignments;
        this.roles = roles;
    }

    @Transactional
    public Saved state(UUID engineer, NewAssignment assignment) {
        return statements.record(engineer, now -> append(engineer, assignment, now));
    }

    private boolean append(UUID engineer, NewAssignment assignment, Instant now) {
        roles.require(assignment.framework(), assignment.role());
        if (assignments.isStated(engineer, assignment)) {
            return false;
        }
        assignments.append(engineer, assignment, now);
        return true;
    }
}
