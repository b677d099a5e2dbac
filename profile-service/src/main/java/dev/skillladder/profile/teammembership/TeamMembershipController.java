package dev.skillladder.profile.teammembership;

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
class TeamMembershipController {

    private final StateMembership stateMembership;

    TeamMembershipController(StateMembership stateMembership) {
        this.stateMembership = stateMembership;
    }

    @PostMapping("/api/profiles/engineers/{id}/team-memberships")
    @Operation(summary = "State an engineer's team; the same statement again changes nothing")
    ResponseEntity<WholeEngineer> stateTeamMembership(@PathVariable UUID id, @RequestBody NewMembership statement) {
        return stateMembership.state(id, statement).answer();
    }
}
