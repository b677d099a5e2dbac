package dev.skillladder.catalog.comparison;

import dev.skillladder.catalog.difference.ChangeType;
import dev.skillladder.catalog.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed: between versions for everybody, from a version to a draft for curators. */
@Tag(name = "Differences", description = "What changed from one version to another, or to a draft")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}")
class ComparisonController {

    private static final String ANSWERS = " Typed changes with ids, values before and after, and a sentence; `type`"
            + " keeps those of one type; `textOnly` says that no level can change. With Accept: text/html a page to"
            + " read or print, in `lang` zh or en. Errors: 400 bad-parameter, bad-limit; 404 version-not-found.";

    private final CompareVersions compare;

    ComparisonController(CompareVersions compare) {
        this.compare = compare;
    }

    @Operation(
            summary = "What changed from one version to another",
            description = "With from after to: what going back would change." + ANSWERS)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Comparison.Part.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/diff")
    ResponseEntity<Object> compareVersions(
            @PathVariable String framework,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam(required = false) @Nullable ChangeType type,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "en") String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        int size = Page.limit(limit);
        Language language = Language.of(lang);
        Comparison comparison = compare.versions(framework, from, to);
        return DifferencePage.isAsked(accept)
                ? DifferencePage.answer(comparison, language)
                : ResponseEntity.ok(comparison.part(type, after, size));
    }

    @Operation(
            summary = "What a draft changes",
            description = "From a version, by default the one it is based on, else the newest; before the first version"
                    + " everything is new. Curators only." + ANSWERS)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Comparison.Part.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping("/drafts/{draft}/diff")
    ResponseEntity<Object> compareDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable ChangeType type,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "en") String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        int size = Page.limit(limit);
        Language language = Language.of(lang);
        Comparison comparison = compare.draft(framework, draft, from);
        return DifferencePage.isAsked(accept)
                ? DifferencePage.answer(comparison, language)
                : ResponseEntity.ok(comparison.part(type, after, size));
    }
}
