package dev.skillladder.catalog.ruleschema;

import dev.skillladder.engine.Rules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/catalog/rule-schema}: every valid token. */
@RestController
class RuleSchemaController {

    private static final String SCHEMA_JSON = "application/schema+json";

    private final byte[] schema;

    RuleSchemaController() {
        try (var file = Rules.class.getResourceAsStream("/schema/rule.schema.json")) {
            if (file == null) {
                throw new IllegalStateException("level-engine comes without schema/rule.schema.json");
            }
            schema = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Operation(
            summary = "The JSON Schema (draft 2020-12) of a framework's rule",
            description = "What it accepts may still not type-check: the validation of a draft says so.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = "object")))
    @GetMapping(value = "/api/catalog/rule-schema", produces = SCHEMA_JSON)
    byte[] schema() {
        return schema.clone();
    }
}
