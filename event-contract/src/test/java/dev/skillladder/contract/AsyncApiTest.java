package dev.skillladder.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published description says what the code says; asyncapi-check holds it against the specification. */
class AsyncApiTest {

    private final JsonNode document = document();

    @Test
    void hasOneChannelPerTopic() {
        assertThat(values("/channels", "/address"))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topics.Topic::name).toList());
    }

    @Test
    void namesEveryEventTypeOfTheCode() {
        assertThat(values("/components/messages", "/name"))
                .containsExactlyInAnyOrder(
                        FrameworkPublished.TYPE,
                        EngineerChanged.TYPE,
                        TeamChanged.TYPE,
                        ObservationsRecorded.TYPE,
                        EvidenceSubmitted.TYPE,
                        LevelComputed.TYPE,
                        ImpactRequested.TYPE,
                        ImpactCancelled.TYPE,
                        ImpactReported.TYPE);
    }

    @Test
    void statesTheLimitOfRatingsThatTheCodeHas() {
        for (String event : List.of("ObservationsRecorded", "EvidenceSubmitted")) {
            assertThat(document.at("/components/schemas/" + event + "/properties/ratings/maxItems")
                            .asInt())
                    .isEqualTo(ObservationsRecorded.MAX_RATINGS);
        }
    }

    private List<String> values(String map, String path) {
        return StreamSupport.stream(document.at(map).spliterator(), false)
                .map(entry -> entry.at(path).asString())
                .toList();
    }

    private static JsonNode document() {
        try (var stream = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi.yaml")) {
            Object yaml = new Yaml().load(stream);
            return JsonMapper.shared().valueToTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read asyncapi.yaml", e);
        }
    }
}
