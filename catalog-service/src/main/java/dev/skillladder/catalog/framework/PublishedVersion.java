package dev.skillladder.catalog.framework;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.skillladder.contract.catalog.FrameworkDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A version as it was published; it never changes.
 *
 * @param id the framework
 * @param version 1, 2, 3 … without gaps
 * @param textOnly only texts differ from the version before: nobody was recomputed
 * @param digest SHA-256 of the document's canonical JSON, lower-case hex
 * @param document canonical JSON
 */
public record PublishedVersion(
        String id,
        int version,
        boolean textOnly,
        Instant publishedAt,
        String digest,

        @JsonRawValue @Schema(implementation = FrameworkDocument.class)
        String document) {}
