package dev.skillladder.catalog.retirement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Retiring and reactivating, for curators. */
@Tag(name = "Frameworks")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}")
class RetirementController {

    private final RetireFramework retireFramework;

    RetirementController(RetireFramework retireFramework) {
        this.retireFramework = retireFramework;
    }

    @Operation(
            summary = "Retires a framework",
            description = "It takes no more drafts and versions (409 framework-retired); everything stays readable, and"
                    + " results stay as they are. The same again changes nothing. Errors: 400 reason-missing;"
                    + " 404 framework-not-found.")
    @ApiResponse(responseCode = "204", description = "Retired")
    @PostMapping("/retire")
    ResponseEntity<Void> retire(@PathVariable String framework, @RequestBody Reason reason, Principal person) {
        retireFramework.retire(framework, reason.required(), person.getName());
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "Takes a retired framework back into use",
            description = "The same again changes nothing. Errors: 400 reason-missing; 404 framework-not-found.")
    @ApiResponse(responseCode = "204", description = "In use")
    @PostMapping("/reactivate")
    ResponseEntity<Void> reactivate(@PathVariable String framework, @RequestBody Reason reason, Principal person) {
        retireFramework.reactivate(framework, reason.required(), person.getName());
        return ResponseEntity.noContent().build();
    }
}
