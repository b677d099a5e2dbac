package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Frameworks as files: versions for everybody, drafts for curators. */
@Tag(name = "Exports", description = "Frameworks as files: versions for everybody, drafts for curators")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}")
class ExportController {

    private final Map<Format, FrameworkWriter> writers = new EnumMap<>(Format.class);
    private final Versions versions;
    private final Drafts drafts;
    private final CanonicalJson json;

    ExportController(List<FrameworkWriter> writers, Versions versions, Drafts drafts, CanonicalJson json) {
        writers.forEach(writer -> this.writers.put(writer.format(), writer));
        this.versions = versions;
        this.drafts = drafts;
        this.json = json;
    }

    @Operation(
            summary = "A published version as a file",
            description =
                    "`format` is json (default), csv (with `part`), xlsx or case. Errors: 400 bad-format, bad-part,"
                            + " part-missing; 404 version-not-found.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/versions/{version}/export")
    void exportVersion(
            @PathVariable String framework,
            @PathVariable int version,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable String part,
            HttpServletResponse response)
            throws IOException {
        PublishedVersion found = versions.get(framework, version);
        answer(
                response,
                Format.of(format),
                new Exported(
                        framework + "-" + version,
                        framework,
                        Part.of(part),
                        found.publishedAt(),
                        found.document(),
                        json.read(found.document())));
    }

    @Operation(
            summary = "A draft as a file",
            description = "As for versions; curators only. Errors: 400 bad-format, bad-part, part-missing; 404"
                    + " draft-not-found.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/drafts/{draft}/export")
    void exportDraft(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable String part,
            HttpServletResponse response)
            throws IOException {
        Draft found = drafts.get(framework, draft);
        answer(
                response,
                Format.of(format),
                new Exported(
                        framework + "-draft",
                        framework,
                        Part.of(part),
                        found.updatedAt(),
                        found.document(),
                        json.read(found.document())));
    }

    private void answer(HttpServletResponse response, Format format, Exported exported) throws IOException {
        FrameworkWriter writer = writers.get(format);
        if (writer == null) {
            throw Refusal.badRequest("bad-format", "Format " + format.query() + " cannot be written, only read.");
        }
        if (format == Format.CSV && exported.part() == null) {
            throw Refusal.badRequest(
                    "part-missing", "CSV holds one kind: add part=skills, behaviours or requirements.");
        }
        String part = format != Format.CSV || exported.part() == null
                ? ""
                : "-" + exported.part().query();
        response.setContentType(format.mediaType());
        if (format != Format.XLSX) {
            response.setCharacterEncoding(StandardCharsets.UTF_8);
        }
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(exported.name() + part + "." + format.extension())
                        .build()
                        .toString());
        writer.write(exported, response.getOutputStream());
    }
}
