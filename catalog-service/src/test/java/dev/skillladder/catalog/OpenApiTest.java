package dev.skillladder.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description is what the service answers; {@code -Dopenapi.write=true} writes it anew. */
class OpenApiTest extends CatalogTest {

    private static final Path COMMITTED = Path.of("../docs/openapi/catalog.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void committedDescriptionIsUpToDate() throws IOException {
        JsonNode described = api.get("/v3/api-docs").json();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, JSON.writeValueAsString(described) + "\n");
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi/catalog.json differs from the service; write it with -Dopenapi.write=true")
                .isEqualTo(JSON.writeValueAsString(described) + "\n");
    }

    @Test
    void everyOperationSaysWhatItDoesAndEverySchemaWhatItNeeds() {
        JsonNode described = api.get("/v3/api-docs").json();

        described
                .at("/paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> assertThat(
                                        operation.getValue().at("/summary").asString())
                                .as(operation.getKey() + " " + path.getKey())
                                .isNotBlank()));
        assertThat(described
                        .at("/components/schemas/FrameworkDocument/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("id", "skills", "parameters")
                .doesNotContain("programme");
    }
}
