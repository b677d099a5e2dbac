package dev.skillladder.profile.reportingline;

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
class ReportingLineController {

    private final StateLine stateLine;

    ReportingLineController(StateLine stateLine) {
        this.stateLine = stateLine;
    }

    @PostMapping("/api/profiles/engineers/{id}/reporting-lines")
    @Operation(summary = "State who an engineer reports to; the same statement again changes nothing")
    ResponseEntity<WholeEngineer> stateReportingLine(@PathVariable UUID id, @RequestBody NewLine statement) {
        return stateLine.state(id, statement).answer();
    }
}
