package dev.skillladder.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files of this product and of others, good and bad: what comes in lands in a draft, what goes out is what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportFilesStoryTest {

    /** 1EdTech's schema may be read but not shipped: it lies beside the project, where the project has a neighbour. */
    private static final Path SCHEMA = Path.of("../../shared/schemas/case-1.1-cfpackage.schema.json");

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.IMPORTS);
    private final Api curator = example.as("curator");
    private final String framework = "/api/catalog/frameworks/" + example.framework();

    @Test
    @Order(1)
    void ownJsonComesBackByteByByte() throws IOException {
        ObjectNode document = example.document();
        ObjectNode kafka = (ObjectNode) document.at("/skills/1");
        kafka.set("name", document.objectNode().put("zh", "微调").put("en", "Fine-tuning"));
        kafka.set("synonyms", kafka.objectNode().putPOJO("zh", List.of("低秩适配")).putPOJO("en", List.of("LoRA")));
        assertThat(example.publish(document)).isEqualTo(1);
        String published = export("1", "json");

        String draft = example.draftOfLatest();
        curator.send(
                        "PATCH",
                        draft,
                        "[{\"op\": \"replace\", \"path\": \"/parameters/halfLifeDays\", \"value\": 400}]",
                        Map.of(
                                "Content-Type",
                                "application/json-patch+json",
                                "If-Match",
                                curator.get(draft).etag()))
                .expect(200);
        String id = draft.replaceFirst(".*/", "");
        JsonNode preview = preview("json&draft=" + id, published.getBytes(UTF_8));
        assertThat(preview.at("/counts/changed").asInt()).isPositive();
        assertThat(curator.get(draft + "/export?format=json").body())
                .as("a preview changes nothing")
                .contains("\"halfLifeDays\":400");
        curator.send(
                        "POST",
                        apply(preview),
                        "{}",
                        Map.of("If-Match", curator.get(draft).etag()))
                .expect(200);
        assertThat(curator.get(draft + "/export?format=json").expect(200).body())
                .isEqualTo(published);
    }

    @Test
    @Order(2)
    void aCasePackageIsValidAndItsItemsCarryNoLinkToIt() throws IOException {
        String exported = export("1", "case");
        assertThat(exported).doesNotContain("CFDocumentURI").doesNotContain("CFPackageURI");
        assumeTrue(Files.exists(SCHEMA), () -> "1EdTech's schema is not at " + SCHEMA.toAbsolutePath());
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        assertThat(schema.validate(exported, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(
                        exported.replaceFirst("\"identifier\":\"[^\"]*\"", "\"identifier\":3"), InputFormat.JSON))
                .as("the schema is really applied")
                .isNotEmpty();
    }

    @Test
    @Order(3)
    void badFilesAreRefusedAsAWhole() throws IOException {
        byte[] gbk = "技能,中文名称\njava,编程\n".getBytes(Charset.forName("GBK"));
        assertThat(problem(upload("csv&part=skills", gbk).expect(400, 422))).isEqualTo("unreadable-file");
        assertThat(problem(upload("xlsx", bomb()).expect(422))).isEqualTo("unsafe-file");
        assertThat(problem(upload("xlsx", "a,b\n1,2\n".getBytes(UTF_8)).expect(400, 422)))
                .isEqualTo("unreadable-file");
        upload("case", "{\"CFDocument\": 3}".getBytes(UTF_8)).expect(400);
        upload("ctdl", "{\"@graph\": 3}".getBytes(UTF_8)).expect(400);
        upload("moodle", "a,b\n1,2\n".getBytes(UTF_8)).expect(400, 422);
        for (String user : List.of("hr", "operator")) {
            example.as(user)
                    .upload(framework + "/imports?format=json", "{}".getBytes(UTF_8))
                    .expect(403);
        }
    }

    @Test
    @Order(4)
    void tablesHaveHeadersInEitherLanguageAndWrongCellsArePlaced() {
        String table = """
                技能;中文名称;英文名称
                java;Java 开发;Java development
                nowhere;无;Nowhere
                """;
        JsonNode preview = preview("csv&part=skills&file=skills.csv", table.getBytes(UTF_8));
        assertThat(preview.at("/counts/changed").asInt()).isEqualTo(1);
        String requirements = "role,level,skill,proficiency,importance\ndeveloper,junior,java,zwei,3\n";
        JsonNode wrong = preview("csv&part=requirements&file=asks.csv", requirements.getBytes(UTF_8));
        JsonNode row = curator.get(apply(wrong).replace("/apply", "/rows?outcome=REFUSED"))
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(row.at("/place/file").asString()).isEqualTo("asks.csv");
        assertThat(row.at("/place/row").asInt()).isEqualTo(2);
        assertThat(row.at("/place/column").asInt()).isEqualTo(4);
        curator.post(apply(wrong), Map.of()).expect(409);
    }

    @Test
    @Order(5)
    void moodleMayPutChildrenFirstAndJsonAndHtmlInItsCells() {
        String moodle = """
                上级ID号,ID号,简称,描述,描述格式,量表值,量表配置,规则类型（可选）,规则结果（可选）,规则配置（可选）,交叉引用的能力ID号,导出的ID（可选）,是框架,分类
                dev,dev.git,Git,"<p>Uses <b>Git</b> &amp; branches.</p>
                <ul><li>commits</li>
                <li>merges</li></ul><script>alert('x, y')</script>",1,,,,,"{""base"":{""points"":2},""competencies"":[]}",,12,,
                ,dev,Development,,1,,,,,,,11,,
                ,web,Web framework,<p>All about it</p>,1,"Not yet,Competent","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,,,1,
                """;
        JsonNode document = begun("moodle", moodle);
        assertThat(document.at("/skills/0/id").asString()).isEqualTo("dev-git");
        assertThat(document.at("/skills/0/category").asString()).isEqualTo("dev");
        assertThat(document.at("/skills/0/description/en").asString())
                .isEqualTo("Uses Git & branches.\ncommits\nmerges");
        assertThat(document.at("/scale/steps/1/name/en").asString()).isEqualTo("Competent");
    }

    @Test
    @Order(6)
    void ctdlKeepsLanguagesApart() {
        String ctdl = """
                {"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [
                  {"@type": "ceasn:CompetencyFramework", "@id": "https://example.org/f",
                   "ceasn:name": {"en-US": "Nursing", "zh-Hans": "护理"}, "ceasn:hasTopChild": ["https://example.org/c1"]},
                  {"@type": "ceasn:Competency", "@id": "https://example.org/c2", "ceasn:competencyText": {"en": ["Measures pulse"]},
                   "ceasn:isChildOf": ["https://example.org/c1"], "ceasn:conceptKeyword": {"en": ["heart rate"], "zh": ["脉搏"]}},
                  {"@type": "ceasn:Competency", "@id": "https://example.org/c1", "ceasn:codedNotation": "N.1",
                   "ceasn:competencyLabel": {"en": "Vital signs"}, "ceasn:competencyText": {"en": "Knows vital signs"},
                   "ceasn:isTopChildOf": "https://example.org/f"}]}""";
        JsonNode document = begun("ctdl", ctdl);
        assertThat(document.at("/name/zh").asString()).isEqualTo("护理");
        assertThat(document.at("/categories/0/id").asString()).isEqualTo("n-1");
        assertThat(document.at("/skills/0/synonyms/zh/0").asString()).isEqualTo("脉搏");
        assertThat(document.at("/skills/0/name").has("zh"))
                .as("nothing is translated")
                .isFalse();
    }

    @Test
    @Order(7)
    void aSkillIsFoundInBothLanguagesBySoundBySynonymAndMistyped() {
        for (String words :
                List.of("微调", "fine-tuning", "finetuning", "LoRA", "低秩适配", "weitiao", "wt", "weitao", "fine-tunign")) {
            assertThat(example.as("hr")
                            .get("/api/catalog/skills?framework=" + example.framework() + "&q="
                                    + URLEncoder.encode(words, UTF_8))
                            .expect(200)
                            .json()
                            .at("/items/0/id")
                            .asString())
                    .as(words)
                    .isEqualTo("kafka");
        }
    }

    private String export(String version, String format) {
        return example.as("hr")
                .get(framework + "/versions/" + version + "/export?format=" + format)
                .expect(200)
                .body();
    }

    private Api.Answer upload(String format, byte[] file) {
        return curator.upload(framework + "/imports?format=" + format, file);
    }

    private JsonNode preview(String format, byte[] file) {
        return upload(format, file).expect(201).json();
    }

    private String apply(JsonNode preview) {
        return framework + "/imports/" + preview.path("id").asString() + "/apply";
    }

    /** The document of the draft that a file of that format begins, in a framework of its own; twice changes nothing. */
    private JsonNode begun(String format, String file) {
        String path = "/api/catalog/frameworks/" + LocalInstallation.IMPORTS + format;
        JsonNode applied = imported(path, format, file).expect(201).json();
        JsonNode again = imported(path, format, file).expect(200).json();
        assertThat(again.path("changed").asBoolean(true)).isFalse();
        return curator.get(path + "/drafts/" + applied.path("draft").asString())
                .expect(200)
                .json()
                .path("document");
    }

    private Api.Answer imported(String path, String format, String file) {
        JsonNode preview = curator.upload(path + "/imports?format=" + format, file.getBytes(UTF_8))
                .expect(201)
                .json();
        assertThat(preview.at("/counts/refused").asInt()).isZero();
        return curator.post(path + "/imports/" + preview.path("id").asString() + "/apply", Map.of());
    }

    private static byte[] bomb() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<a>" + " ".repeat(60_000_000) + "</a>").getBytes(UTF_8));
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    private static String problem(Api.Answer answer) {
        return answer.json().path("type").asString().replaceFirst(".*/", "");
    }
}
