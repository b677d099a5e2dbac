package dev.skillladder.catalog.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.skillladder.catalog.request.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts, for curators. Bodies up to 16 MB. */
@Tag(name = "Drafts", description = "Editing, checking and publishing frameworks; curators only")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/drafts")
class DraftController {

    private final CreateDraft createDraft;
    private final EditDraft editDraft;
    private final Drafts drafts;

    DraftController(CreateDraft createDraft, EditDraft editDraft, Drafts drafts) {
        this.createDraft = createDraft;
        this.editDraft = editDraft;
        this.drafts = drafts;
    }

    @Operation(
            summary = "Starts a draft",
            description = "From a document or a published version. The first draft of an unknown id creates the"
                    + " framework. Idempotency-Key makes a repetition answer the first result again.")
    @PostMapping
    ResponseEntity<StartedDraft> create(
            @PathVariable String framework,
            @RequestBody DraftStart start,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal person) {
        StartedDraft draft = createDraft.create(framework, start.checked(), person.getName(), key);
        return ResponseEntity.created(URI.create("/api/catalog/frameworks/" + framework + "/drafts/" + draft.id()))
                .eTag(draft.etag())
                .body(draft);
    }

    @Operation(summary = "A draft with its document and who changed it when")
    @GetMapping("/{draft}")
    ResponseEntity<WithHistory> get(@PathVariable String framework, @PathVariable UUID draft) {
        return answer(drafts.get(framework, draft));
    }

    @Operation(
            summary = "Replaces a draft's document",
            description = "Needs If-Match with the ETag that was read: 428 without, 412 after a lost race.")
    @PutMapping("/{draft}")
    ResponseEntity<WithHistory> replace(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestBody DraftDocument body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        return answer(editDraft.replace(
                framework, draft, Preconditions.required(ifMatch), body.required(), person.getName()));
    }

    @Operation(summary = "Deletes a draft", description = "Needs If-Match: 428 without, 412 after a lost race.")
    @DeleteMapping("/{draft}")
    ResponseEntity<Void> delete(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        editDraft.delete(framework, draft, Preconditions.required(ifMatch), person.getName());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<WithHistory> answer(Draft draft) {
        return ResponseEntity.ok()
                .eTag(Preconditions.etag(draft.revision()))
                .body(new WithHistory(draft, drafts.history(draft.id())));
    }

    /** A draft and who changed it when, oldest first. */
    record WithHistory(@JsonUnwrapped Draft draft, List<DraftChange> history) {}
}
