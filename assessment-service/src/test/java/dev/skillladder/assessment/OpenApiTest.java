package dev.skillladder.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description is what the service says about itself. */
class OpenApiTest extends AssessmentTest {

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Run the test with {@code -Dopenapi.write=true} to write the file anew. */
    private static final Path COMMITTED = Path.of("..", "docs", "openapi", "assessments.json");

    @Test
    void committedDescriptionIsCurrent() throws IOException {
        String current = current();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, current);
        }

        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi/assessments.json; write it anew with -Dtest=OpenApiTest -Dopenapi.write=true")
                .isEqualTo(current);
    }

    private String current() {
        JsonNode description = api.get(null, "/v3/api-docs").json();
        Object sortable = PRETTY.treeToValue(description, Object.class);
        return PRETTY.writeValueAsString(sortable) + "\n";
    }
}
