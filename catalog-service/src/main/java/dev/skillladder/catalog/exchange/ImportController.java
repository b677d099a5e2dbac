package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.exchange.ApplyImport.Applied;
import dev.skillladder.catalog.exchange.ImportRow.Outcome;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files into drafts, for curators: shown first, then applied. */
@Tag(name = "Imports", description = "Files with frameworks: shown first, then applied to a draft; curators only")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/imports")
class ImportController {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final PreviewImport previewImport;
    private final ApplyImport applyImport;
    private final Imports imports;
    private final ImportRows rows;

    ImportController(PreviewImport previewImport, ApplyImport applyImport, Imports imports, ImportRows rows) {
        this.previewImport = previewImport;
        this.applyImport = applyImport;
        this.imports = imports;
        this.rows = rows;
    }

    @Operation(
            summary = "Shows what a file would change",
            description = "Changes nothing. The file is the body, or the part `file` of a form. It is compared with the"
                    + " draft, or with the newest version. Kept for a week. Errors: 400 bad-format, bad-part,"
                    + " bad-framework-id, malformed-json, wrong-type, unreadable-file; 404 draft-not-found; 413"
                    + " body-too-large; 422 unsafe-file, file-too-long, too-many-problems, framework-too-large; 503"
                    + " imports-busy.")
    @RequestBody(
            description = "json, case, moodle and ctdl up to 16 MB, csv and xlsx up to 64 MB",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "201", description = "Location of the import; its rows are below it")
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                "application/ld+json",
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    ResponseEntity<Import> previewImport(
            @PathVariable String framework,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable String file,
            HttpServletRequest request,
            Principal person)
            throws IOException {
        return preview(framework, new Sent(format, part, file, request.getInputStream()), draft, person);
    }

    @Operation(hidden = true)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Import> previewForm(
            @PathVariable String framework,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam MultipartFile file,
            Principal person)
            throws IOException {
        return preview(
                framework, new Sent(format, part, file.getOriginalFilename(), file.getInputStream()), draft, person);
    }

    @Operation(summary = "An import with its counts", description = "Errors: 404 import-not-found.")
    @GetMapping("/{import}")
    Import getImport(@PathVariable String framework, @PathVariable("import") UUID id) {
        return imports.get(framework, id);
    }

    @Operation(
            summary = "What an import does with each element",
            description = "Refused rows first. Errors: 400 bad-cursor, bad-limit; 404 import-not-found.")
    @GetMapping("/{import}/rows")
    Page<ImportRow> listRows(
            @PathVariable String framework,
            @PathVariable("import") UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "50") int limit) {
        imports.get(framework, id);
        int size = Page.limit(limit);
        return Page.of(rows.list(id, outcome, number(after), size + 1), size, row -> Integer.toString(row.number()));
    }

    @Operation(
            summary = "Puts the result into a draft",
            description =
                    "Into the draft it was compared with, which needs If-Match, or into a new one. The same content"
                            + " twice changes nothing and answers 200. Errors: 404 import-not-found, draft-not-found; 409"
                            + " rows-refused, import-outdated; 412 lost-race; 428 precondition-required.")
    @ApiResponse(responseCode = "201", description = "A new draft")
    @ApiResponse(responseCode = "200", description = "The draft was changed, or holds the same already")
    @PostMapping("/{import}/apply")
    ResponseEntity<Applied> applyImport(
            @PathVariable String framework,
            @PathVariable("import") UUID id,
            @RequestParam(defaultValue = "false") boolean skipRefused,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        Applied applied = applyImport.apply(framework, id, skipRefused, ifMatch, person.getName());
        ResponseEntity.BodyBuilder answer = applied.created()
                ? ResponseEntity.created(
                        URI.create("/api/catalog/frameworks/" + framework + "/drafts/" + applied.draft()))
                : ResponseEntity.ok();
        if (applied.etag() != null) {
            answer.eTag(applied.etag());
        }
        return answer.body(applied);
    }

    private ResponseEntity<Import> preview(String framework, Sent sent, @Nullable UUID draft, Principal person)
            throws IOException {
        if (!SLUG.matcher(framework).matches()) {
            throw Refusal.badRequest(
                    "bad-framework-id", "'" + framework + "' is not a framework id: 1 to 64 of a-z, 0-9 and -.");
        }
        try (Upload upload = sent.upload()) {
            Import made = previewImport.preview(framework, upload, draft, person.getName());
            return ResponseEntity.created(URI.create("/api/catalog/frameworks/" + framework + "/imports/" + made.id()))
                    .body(made);
        }
    }

    private static int number(String after) {
        if (!NUMBER.matcher(after).matches()) {
            throw Refusal.badRequest(
                    "bad-cursor", "after is not a cursor: pass the next of the page before, unchanged.");
        }
        return Integer.parseInt(after);
    }

    private record Sent(
            String format, @Nullable String part, @Nullable String file, InputStream body) {

        Upload upload() throws IOException {
            Format known = Format.of(format);
            String name = file == null || file.isBlank() ? "import." + known.extension() : file;
            return Upload.of(name, known, Part.of(part), body);
        }
    }
}
