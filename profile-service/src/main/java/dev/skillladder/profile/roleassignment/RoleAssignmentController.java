package dev.skillladder.profile.roleassignment;

import dev.skillladder.profile.engineer.WholeEngineer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "engineers")
class RoleAssignmentController {

    private final StateAssignment stateAssignment;

    RoleAssignmentController(StateAssignment stateAssignment) {
        this.stateAssignment = stateAssignment;
    }

    @PostMapping("/api/profiles/engineers/{id}/role-assignments")
    @Operation(summary = "State an engineer's role; the same statement again changes nothing")
    ResponseEntity<WholeEngineer> stateRoleAssignment(@PathVariable UUID id, @RequestBody NewAssignment statement) {
        return stateAssignment.state(id, statement).answer();
    }
}
