package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description that others generate clients from is the one that was read in a review.
 * {@code ./mvnw -pl profile-service -am test -Dtest=OpenApiTest -Dopenapi.write=true} writes it anew.
 */
class OpenApiTest extends ProfileTest {

    private static final Path COMMITTED = Path.of("../docs/openapi/profiles.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void describesTheApiAsCommitted() throws IOException {
        JsonNode described = get("", "/v3/api-docs").body();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, JSON.writeValueAsString(described) + "\n");
        }

        JsonNode committed = JSON.readTree(Files.readString(COMMITTED));

        assertThat(described).isEqualTo(committed);
    }
}
