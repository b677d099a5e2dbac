package dev.skillladder.profile.engineer;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import dev.skillladder.contract.profile.EngineerChanged.RoleAssignment;
import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.contract.profile.EngineerChanged.TeamMembership;
import dev.skillladder.profile.edit.IfMatch;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** An engineer with everything ever stated, each list in the order in which it was recorded. */
public record WholeEngineer(
        UUID id,
        long revision,
        Instant recordedAt,
        @Nullable String identity,
        String employeeNumber,
        Text name,
        String email,
        @Nullable LocalDate hireDate,
        State state,
        List<RoleAssignment> roleAssignments,
        List<ReportingLine> reportingLines,
        List<TeamMembership> teamMemberships) {

    static WholeEngineer of(
            Engineer core, List<RoleAssignment> roles, List<ReportingLine> lines, List<TeamMembership> teams) {
        return new WholeEngineer(
                core.id(),
                core.revision(),
                core.recordedAt(),
                core.identity(),
                core.employeeNumber(),
                core.name(),
                core.email(),
                core.hireDate(),
                core.state(),
                roles,
                lines,
                teams);
    }

    EngineerChanged event() {
        return new EngineerChanged(
                id,
                revision,
                recordedAt,
                identity,
                employeeNumber,
                name,
                email,
                hireDate,
                state,
                reportingLines,
                teamMemberships,
                roleAssignments);
    }

    /** The answer with its ETag; what was created also tells where it is. */
    ResponseEntity<WholeEngineer> answer(HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(IfMatch.etag(revision));
        return (status == HttpStatus.CREATED ? answer.location(URI.create("/api/profiles/engineers/" + id)) : answer)
                .body(this);
    }
}
