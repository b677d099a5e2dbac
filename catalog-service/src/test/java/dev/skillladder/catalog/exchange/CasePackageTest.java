package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.SmallFramework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CasePackageTest extends ExchangeTest {

    /** 1EdTech's schema may be read but not shipped: it lies beside the project, where the project has a neighbour. */
    private static final Path SCHEMA = Path.of("../../shared/schemas/case-1.1-cfpackage.schema.json");

    private final String framework = newFramework();

    @Test
    void exportsAreValidAgainstTheOfficialSchema() throws IOException {
        assumeTrue(Files.exists(SCHEMA), () -> "1EdTech's schema is not at " + SCHEMA.toAbsolutePath());
        publish(framework, SmallFramework.named(framework));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

        assertThat(schema.validate(export(1), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(
                        export(1).replaceFirst("\"identifier\":\"[^\"]*\"", "\"identifier\":3"), InputFormat.JSON))
                .as("the schema is really applied")
                .isNotEmpty();
    }

    @Test
    void itemsCarryNoLinkToTheirPackageAndStableIdentifiers() {
        publish(framework, SmallFramework.named(framework));
        publish(framework, SmallFramework.named(framework).with("/skills/0/name/en", "\"Renamed\""));
        JsonNode one = parsed(export(1));
        JsonNode two = parsed(export(2));

        assertThat(export(1)).doesNotContain("CFDocumentURI").doesNotContain("CFPackageURI");
        assertThat(identifiers(one)).doesNotHaveDuplicates().isEqualTo(identifiers(two));
        assertThat(identifiers(one))
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        List<String> nodes = identifiers(one);
        assertThat(one.at("/CFAssociations").valueStream())
                .allMatch(association -> nodes.contains(
                                association.at("/originNodeURI/identifier").asString())
                        && nodes.contains(
                                association.at("/destinationNodeURI/identifier").asString()));
    }

    @Test
    void exportImportExportIsEqual() {
        publish(framework, SmallFramework.named(framework));
        String exported = export(1);

        Api.Answer unchanged = preview(framework, "format=case", exported);
        assertThat(counts(unchanged)).matches("0/0/[1-9][0-9]*/0/0");
        assertThat(apply(unchanged).json().at("/version").asInt()).isEqualTo(1);

        String other = newFramework();
        Api.Answer applied = apply(preview(other, "format=case", exported));
        String again = carla().get(applied.location() + "/export?format=case").text();
        assertThat(withoutTimes(again)).isEqualTo(withoutTimes(exported));
        assertThat(carla().get(applied.location() + "/export").text())
                .isEqualTo(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/versions/1/export")
                        .text());
    }

    @Test
    void takesTextsThatWereEditedElsewhere() {
        publish(framework, SmallFramework.named(framework));
        String edited = export(1)
                .replaceFirst("\"fullStatement\":\"Python programming\"", "\"fullStatement\":\"Python, edited\"");

        Api.Answer preview = preview(framework, "format=case", edited);
        assertThat(counts(preview)).startsWith("0/1/");
        assertThat(carla().get(apply(preview).location())
                        .json()
                        .at("/document/skills/0/name/en")
                        .asString())
                .isEqualTo("Python, edited");
    }

    @Test
    void takesAnotherSystemsPackageInOneLanguage() {
        Api.Answer preview = preview(framework, "format=case", FOREIGN);

        assertThat(refusals(preview)).containsExactly("null:null Its parent 'missing' is not in the file.");
        Api.Answer applied = carla().post(preview.location() + "/apply?skipRefused=true", "");
        JsonNode document = carla().get(applied.location()).json().at("/document");
        assertThat(document.at("/name/en").asString()).isEqualTo("Data skills");
        assertThat(document.at("/categories/0/id").asString()).isEqualTo("d");
        assertThat(document.at("/skills/0/id").asString()).isEqualTo("d-1");
        assertThat(document.at("/skills/0/category").asString()).isEqualTo("d");
        assertThat(document.at("/skills/0/name").toString()).isEqualTo("{\"en\":\"Cleans data\"}");
        assertThat(document.at("/skills/0/synonyms/en/0").asString()).isEqualTo("wrangling");
        assertThat(document.at("/skills/0/behaviours/0/text/en").asString()).isEqualTo("With help");
        assertThat(carla().get(applied.location() + "/validation").text()).contains("/skills/0/name/zh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"CFDocument\": 3}",
                "{\"CFDocument\": {}, \"CFItems\": [3]}",
                "{\"CFItems\": []}"
            })
    void refusesOtherJson(String json) {
        assertThat(preview(framework, "format=case", json).status()).isEqualTo(400);
    }

    private static final String FOREIGN = """
            {
              "CFDocument": {"identifier": "doc", "uri": "https://example.org/doc", "creator": "x", "title": "Data skills",
                             "lastChangeDateTime": "2026-01-01T00:00:00Z", "language": "en-US"},
              "CFItems": [
                {"identifier": "i-1", "fullStatement": "Cleans data", "humanCodingScheme": "D.1", "uri": "https://example.org/1",
                 "lastChangeDateTime": "2026-01-01T00:00:00Z", "conceptKeywords": ["wrangling"]},
                {"identifier": "i-0", "fullStatement": "Data", "humanCodingScheme": "D", "uri": "https://example.org/0",
                 "lastChangeDateTime": "2026-01-01T00:00:00Z"},
                {"identifier": "i-9", "fullStatement": "Lost", "uri": "https://example.org/9",
                 "lastChangeDateTime": "2026-01-01T00:00:00Z"}
              ],
              "CFAssociations": [
                {"associationType": "isChildOf", "originNodeURI": {"identifier": "i-1"}, "destinationNodeURI": {"identifier": "i-0"}},
                {"associationType": "isChildOf", "originNodeURI": {"identifier": "i-0"}, "destinationNodeURI": {"identifier": "doc"}},
                {"associationType": "isChildOf", "originNodeURI": {"identifier": "i-9"}, "destinationNodeURI": {"identifier": "missing"}}
              ],
              "CFRubrics": [{"CFRubricCriteria": [{"CFItemURI": {"identifier": "i-1"},
                "CFRubricCriterionLevels": [{"score": 1.0, "description": "With help"}]}]}]
            }
            """;

    private String export(int version) {
        return api.as("ada")
                .get("/api/catalog/frameworks/" + framework + "/versions/" + version + "/export?format=case")
                .text();
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static List<String> identifiers(JsonNode cfPackage) {
        return Stream.of(
                        Stream.of(cfPackage.at("/CFDocument")),
                        cfPackage.at("/CFItems").valueStream(),
                        cfPackage.at("/CFAssociations").valueStream(),
                        cfPackage.at("/CFRubrics").valueStream())
                .flatMap(parts -> parts)
                .map(part -> part.at("/identifier").asString())
                .toList();
    }

    private static String withoutTimes(String cfPackage) {
        return cfPackage.replaceAll("\"lastChangeDateTime\":\"[^\"]*\"", "");
    }
}
