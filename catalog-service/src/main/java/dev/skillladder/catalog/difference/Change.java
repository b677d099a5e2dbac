package dev.skillladder.catalog.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skillladder.contract.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two documents.
 *
 * @param thing what it is about
 * @param ids what the thing is called and what it is in, for example {@code role}, {@code level} and {@code skill}
 * @param path place in the document by ids instead of positions, for example {@code /skills/java/name}
 * @param before value before; absent if there was none
 * @param after value after; absent if there is none
 * @param sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        ChangeType type,
        Thing thing,
        Map<String, String> ids,
        String path,

        @Schema(implementation = Object.class) @Nullable JsonNode before,

        @Schema(implementation = Object.class) @Nullable JsonNode after,

        Text sentence) {}
