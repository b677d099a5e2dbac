package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CtdlTest extends ExchangeTest {

    private static final String GRAPH = """
            {
              "@context": "https://credreg.net/ctdlasn/schema/context/json",
              "@id": "https://example.org/graph/f",
              "@graph": [
                {"@type": "ceasn:CompetencyFramework", "@id": "https://example.org/f",
                 "ceasn:name": {"en-US": "Nursing", "zh-Hant": "護理", "zh-Hans": "护理"}, "ceasn:description": {"en": "All of it"},
                 "ceasn:hasTopChild": ["https://example.org/c1"]},
                {"@type": ["ceasn:Competency"], "@id": "https://example.org/c2", "ceasn:competencyText": {"en": ["Measures pulse"]},
                 "ceasn:isChildOf": ["https://example.org/c1"], "ceasn:conceptKeyword": {"en": ["heart rate"], "zh": ["脉搏"]},
                 "ceasn:comment": [{"@language": "en", "@value": "At the wrist"}]},
                {"@type": "ceasn:Competency", "@id": "https://example.org/c1", "ceasn:codedNotation": "N.1",
                 "ceasn:competencyLabel": {"en": "Vital signs"}, "ceasn:competencyText": {"en": "Knows vital signs"},
                 "ceasn:isTopChildOf": "https://example.org/f", "ceasn:hasChild": ["https://example.org/c2", "https://example.org/c3"]},
                {"@type": "ceasn:Competency", "@id": "https://example.org/c3", "ceasn:competencyText": "Plain text"},
                {"@type": "ceasn:Competency", "@id": "https://example.org/c4", "ceasn:competencyText": {"fr": "Seulement"}},
                {"@type": "ceasn:Rubric", "@id": "https://example.org/r"}
              ]
            }
            """;

    private final String framework = newFramework();

    @Test
    void takesGraphsWithLanguageMaps() {
        Api.Answer preview = preview(framework, "format=ctdl", GRAPH);
        assertThat(refusals(preview)).hasSize(1).first().asString().contains("in Chinese or English");
        Api.Answer applied = carla().post(preview.location() + "/apply?skipRefused=true", "");
        JsonNode document = carla().get(applied.location()).json().at("/document");

        assertThat(document.at("/name").toString()).isEqualTo("{\"en\":\"Nursing\",\"zh\":\"护理\"}");
        assertThat(document.at("/categories/0/id").asString()).isEqualTo("n-1");
        assertThat(document.at("/categories/0/description/en").asString()).isEqualTo("Knows vital signs");
        assertThat(document.at("/skills/0/id").asString()).isEqualTo("measures-pulse");
        assertThat(document.at("/skills/0/description/en").asString()).isEqualTo("At the wrist");
        assertThat(document.at("/skills/0/synonyms/zh/0").asString()).isEqualTo("脉搏");
        assertThat(document.at("/skills/1/category").asString()).isEqualTo("n-1");
        assertThat(document.at("/skills/1/source").asString()).isEqualTo("CTDL-ASN https://example.org/c3");
        assertThat(carla().get(applied.location() + "/validation").text()).contains("/skills/0/name/zh");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Api.Answer first = preview(framework, "format=ctdl", GRAPH);
        carla().post(first.location() + "/apply?skipRefused=true", "");
        Api.Answer second = preview(framework, "format=ctdl", GRAPH);

        Api.Answer applied = carla().post(second.location() + "/apply?skipRefused=true", "");
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(applied.json().at("/changed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "3",
                "{\"@graph\": []}",
                "{\"@graph\": 3}",
                "{\"@graph\": [",
                "{\"@graph\": [{\"@type\": \"x\"}]}"
            })
    void refusesOtherJson(String json) {
        assertThat(preview(framework, "format=ctdl", json).status()).isEqualTo(400);
    }
}
