package dev.skillladder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.skillladder.contract.assessment.EvidenceSubmitted;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.catalog.ImpactCancelled;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.TeamChanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event has a sample that survives reading and writing and that its published schema accepts. */
class SamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("framework-published", FrameworkPublished.class),
                Arguments.of("engineer-changed", EngineerChanged.class),
                Arguments.of("team-changed", TeamChanged.class),
                Arguments.of("observations-recorded", ObservationsRecorded.class),
                Arguments.of("evidence-submitted", EvidenceSubmitted.class),
                Arguments.of("level-computed", LevelComputed.class),
                Arguments.of("impact-requested", ImpactRequested.class),
                Arguments.of("impact-cancelled", ImpactCancelled.class),
                Arguments.of("impact-reported", ImpactReported.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsAndWritesTheSameJson(String sample, Class<?> type) throws IOException {
        String json = resource("/samples/" + sample + ".json");
        Object event = JSON.readValue(json, type);
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(json));
    }

    @ParameterizedTest
    @MethodSource("events")
    void acceptsTheSampleByItsPublishedSchema(String sample, Class<?> type) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        var schema = registry.getSchema(schemaOf(type.getSimpleName()));
        assertThat(schema.validate(resource("/samples/" + sample + ".json"), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAnEmptyEventByItsPublishedSchema(String sample, Class<?> type) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        assertThat(registry.getSchema(schemaOf(type.getSimpleName())).validate("{}", InputFormat.JSON))
                .as(sample)
                .isNotEmpty();
    }

    /** The document's schemas as one JSON Schema that starts at this event. */
    private static String schemaOf(String event) throws IOException {
        Map<String, Object> document = new Yaml().load(resource("/asyncapi/asyncapi.yaml"));
        JsonNode schemas = JSON.valueToTree(document).at("/components");
        var root = new LinkedHashMap<String, Object>();
        root.put("components", schemas);
        root.put("$ref", "#/components/schemas/" + event);
        return JSON.writeValueAsString(root);
    }

    private static String resource(String path) throws IOException {
        try (var stream = SamplesTest.class.getResourceAsStream(path)) {
            assertThat(stream).as(path).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
