package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.validation.Finding;
import dev.skillladder.catalog.validation.ValidateDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checking and publishing a draft, for curators. */
@Tag(name = "Drafts")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/drafts/{draft}")
class PublicationController {

    private final PublishDraft publishDraft;
    private final ValidateDocument validate;
    private final Drafts drafts;
    private final Versions versions;
    private final Steps steps;
    private final CanonicalJson json;

    PublicationController(
            PublishDraft publishDraft,
            ValidateDocument validate,
            Drafts drafts,
            Versions versions,
            Steps steps,
            CanonicalJson json) {
        this.publishDraft = publishDraft;
        this.validate = validate;
        this.drafts = drafts;
        this.versions = versions;
        this.steps = steps;
        this.json = json;
    }

    @Operation(
            summary = "Everything that is wrong with a draft",
            description =
                    "Pointers lead into the document. Problems of severity ERROR prevent publishing. textOnly is what"
                            + " publishing would say by default. Errors: 404"
                            + " draft-not-found.")
    @GetMapping("/validation")
    Validation validateDraft(@PathVariable String framework, @PathVariable UUID draft) {
        Draft found = drafts.get(framework, draft);
        Step step = steps.from(versions.newest(framework), found);
        return new Validation(
                step.isTextOnly(),
                validate.findings(framework, json.read(found.document()), found.document(), step.skills()));
    }

    @Operation(
            summary = "Publishes a draft as the next version",
            description = "With If-Match only if the draft is still as it was read (412 otherwise). textOnly says that"
                    + " nobody needs to be recomputed; it follows from the changes, and true is refused if anything but"
                    + " texts changed. allFresh refuses while texts are out of date. Idempotency-Key makes a repetition"
                    + " answer the first result again. Errors: 404 draft-not-found; 409 framework-retired,"
                    + " impact-missing, impact-running, second-curator-needed; 412 lost-race; 422 invalid-framework"
                    + " (every problem, pointers into the document), texts-out-of-date (likewise), not-text-only (changes"
                    + " by ids), idempotency-key-reused.")
    @ApiResponse(responseCode = "201", description = "A new version")
    @ApiResponse(responseCode = "200", description = "Nothing differs from the newest version, which is answered")
    @PostMapping("/publish")
    ResponseEntity<PublishedSummary> publishDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestBody(required = false) @Nullable PublishOptions options,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal person) {
        PublishOptions asked = options == null ? new PublishOptions(null, null) : options;
        boolean allFresh = Boolean.TRUE.equals(asked.allFresh());
        Publication publication = publishDraft.publish(
                new PublishDraft.Order(framework, draft, asked.textOnly(), allFresh, person.getName()), ifMatch, key);
        PublishedVersion version = publication.version();
        URI location = URI.create("/api/catalog/frameworks/" + framework + "/versions/" + version.version());
        ResponseEntity.BodyBuilder answer = publication.created()
                ? ResponseEntity.created(location)
                : ResponseEntity.ok().location(location);
        return answer.eTag(version.digest()).body(PublishedSummary.of(version));
    }

    /**
     * How to publish.
     *
     * @param textOnly true only if nothing but texts changes; by default what the changes say
     * @param allFresh refuse as long as texts are out of date; false by default
     */
    record PublishOptions(
            @Nullable Boolean textOnly, @Nullable Boolean allFresh) {}

    /**
     * Everything found, part of the document by part.
     *
     * @param textOnly what publishing would say by default: nothing but texts changes since the newest version
     */
    record Validation(boolean textOnly, List<Finding> problems) {}

    /** A published version without its document. */
    record PublishedSummary(String id, int version, boolean textOnly, Instant publishedAt, String digest) {

        static PublishedSummary of(PublishedVersion version) {
            return new PublishedSummary(
                    version.id(), version.version(), version.textOnly(), version.publishedAt(), version.digest());
        }
    }
}
