package dev.skillladder.catalog.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.freshness.Freshness;
import dev.skillladder.catalog.request.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts, for curators. Bodies up to 16 MB. */
@Tag(name = "Drafts", description = "Editing, checking and publishing frameworks; curators only")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/drafts")
class DraftController {

    private final CreateDraft createDraft;
    private final EditDraft editDraft;
    private final Drafts drafts;
    private final CanonicalJson json;

    DraftController(CreateDraft createDraft, EditDraft editDraft, Drafts drafts, CanonicalJson json) {
        this.createDraft = createDraft;
        this.editDraft = editDraft;
        this.drafts = drafts;
        this.json = json;
    }

    @Operation(
            summary = "Starts a draft",
            description = "From a document or a published version. The first draft of an unknown id creates the"
                    + " framework. Idempotency-Key makes a repetition answer the first result again. Errors: 400"
                    + " malformed-json, wrong-type (with pointers), bad-draft-start, bad-framework-id; 404"
                    + " framework-not-found, version-not-found; 413 body-too-large; 422 idempotency-key-reused.")
    @ApiResponse(responseCode = "201", description = "Location and ETag of the draft")
    @PostMapping
    ResponseEntity<StartedDraft> startDraft(
            @PathVariable String framework,
            @RequestBody DraftStart start,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal person) {
        StartedDraft draft = createDraft.create(framework, start.checked(), person.getName(), key);
        return ResponseEntity.created(URI.create("/api/catalog/frameworks/" + framework + "/drafts/" + draft.id()))
                .eTag(draft.etag())
                .body(draft);
    }

    @Operation(
            summary = "A draft with its document and who changed it when",
            description = "Errors: 404 draft-not-found.")
    @GetMapping("/{draft}")
    ResponseEntity<DraftWithHistory> getDraft(@PathVariable String framework, @PathVariable UUID draft) {
        return answer(drafts.get(framework, draft));
    }

    @Operation(
            summary = "Replaces a draft's document",
            description = "Freshness marks follow from the edit; those sent along are not looked at."
                    + " Needs If-Match with the ETag that was read. Errors: 400 malformed-json, wrong-type,"
                    + " document-missing; 404 draft-not-found; 412 lost-race; 413 body-too-large; 428"
                    + " precondition-required.")
    @PutMapping("/{draft}")
    ResponseEntity<DraftWithHistory> replaceDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestBody DraftDocument body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        return answer(editDraft.replace(
                framework, draft, Preconditions.required(ifMatch), body.required(), person.getName()));
    }

    @Operation(
            summary = "Changes places of a draft's document",
            description = "JSON Patch (RFC 6902): saves one field without sending the document. All of it takes effect"
                    + " or nothing. Needs If-Match. Errors: 400 bad-patch (pointers into the patch), wrong-type"
                    + " (pointers into the document); 404 draft-not-found; 412 lost-race; 413 body-too-large; 415; 422"
                    + " patch-not-applicable; 428 precondition-required.")
    @PatchMapping(path = "/{draft}", consumes = "application/json-patch+json")
    ResponseEntity<DraftState> patchDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestBody @Schema(type = "array", implementation = Object.class) JsonNode patch,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        return state(editDraft.patch(framework, draft, Preconditions.required(ifMatch), patch, person.getName()));
    }

    @Operation(
            summary = "Confirms that a text says the same in both languages",
            description = "Clears its freshness marks. Needs If-Match. Errors: 404 draft-not-found; 412 lost-race; 422"
                    + " text-not-found; 428 precondition-required.")
    @PostMapping("/{draft}/fresh")
    ResponseEntity<DraftState> confirmText(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestBody ConfirmedText text,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        return state(editDraft.confirm(framework, draft, Preconditions.required(ifMatch), text, person.getName()));
    }

    @Operation(
            summary = "Deletes a draft",
            description = "Needs If-Match. Errors: 404 draft-not-found; 412 lost-race; 428 precondition-required.")
    @ApiResponse(responseCode = "204", description = "Deleted; its history is kept")
    @DeleteMapping("/{draft}")
    ResponseEntity<Void> deleteDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        editDraft.delete(framework, draft, Preconditions.required(ifMatch), person.getName());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<DraftState> state(Draft draft) {
        DraftState state = DraftState.of(draft, Freshness.brought(json.tree(draft.document())));
        return ResponseEntity.ok().eTag(state.etag()).body(state);
    }

    private ResponseEntity<DraftWithHistory> answer(Draft draft) {
        return ResponseEntity.ok()
                .eTag(Preconditions.etag(draft.revision()))
                .body(new DraftWithHistory(draft, drafts.history(draft)));
    }

    /** A draft and who changed it when: the newest 50 changes, oldest first; …/history has all. */
    record DraftWithHistory(@JsonUnwrapped Draft draft, List<DraftChange> history) {}
}
