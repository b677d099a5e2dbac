package dev.skillladder.catalog.framework;

import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading frameworks; open to every valid token. */
@Tag(name = "Frameworks", description = "Published frameworks and their immutable versions")
@RestController
@RequestMapping("/api/catalog/frameworks")
class FrameworkController {

    /** Nine digits always fit an int, and no framework gets that far. */
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final FrameworkOverview overview;
    private final Versions versions;

    FrameworkController(FrameworkOverview overview, Versions versions) {
        this.overview = overview;
        this.versions = versions;
    }

    @Operation(summary = "Lists frameworks by id", description = "Those without a version are listed to curators only.")
    @GetMapping
    Page<FrameworkOverview.FrameworkSummary> listFrameworks(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        int size = Page.limit(limit);
        return Page.of(
                overview.list(request.isUserInRole("curator"), after, size + 1),
                size,
                FrameworkOverview.FrameworkSummary::id);
    }

    @Operation(
            summary = "A framework with its versions, and for curators its drafts",
            description = "404 framework-not-found, also for what only curators may know of.")
    @GetMapping("/{framework}")
    FrameworkOverview.FrameworkDetail getFramework(@PathVariable String framework, HttpServletRequest request) {
        return overview.get(framework, request.isUserInRole("curator"));
    }

    @Operation(
            summary = "A published version with its document",
            description = "`version` is a number or `latest`. ETag is the digest, for `latest` version and digest;"
                    + " If-None-Match answers 304. Errors: 404 framework-not-found, version-not-found.")
    @GetMapping("/{framework}/versions/{version}")
    ResponseEntity<PublishedVersion> getVersion(@PathVariable String framework, @PathVariable String version) {
        if (version.equals("latest")) {
            PublishedVersion newest = versions.newest(framework).orElseThrow(() -> Frameworks.notFound(framework));
            // a version that returns to an older content has its digest, but is another version
            return answer(newest, newest.version() + "-" + newest.digest());
        }
        if (!NUMBER.matcher(version).matches()) {
            throw Refusal.notFound(
                    "version-not-found", "'" + version + "' is not a version: use a number or 'latest'.");
        }
        PublishedVersion found = versions.get(framework, Integer.parseInt(version));
        return answer(found, found.digest());
    }

    /** Spring answers If-None-Match with 304 by the ETag. */
    private static ResponseEntity<PublishedVersion> answer(PublishedVersion version, String etag) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(version);
    }
}
