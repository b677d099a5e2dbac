package dev.skillladder.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Frameworks come and go as files, through the gateway. */
class FrameworkFilesTest {

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.FILES);
    private final Api curator = example.as("curator");
    private final String framework = "/api/catalog/frameworks/" + example.framework();

    @Test
    void aWorkbookComesBackUnchangedAndItsWrongRowsAreNamed() throws IOException {
        example.publish(example.document());
        byte[] workbook = curator.file(framework + "/versions/1/export?format=xlsx");

        JsonNode preview = upload("xlsx", workbook);
        assertThat(preview.at("/counts/unchanged").asInt()).isPositive();
        for (String outcome : List.of("added", "changed", "removed", "refused")) {
            assertThat(preview.at("/counts/" + outcome).asInt()).as(outcome).isZero();
        }

        String table = "技能;步骤;英文行为\r\njava;three;Writes it\r\n";
        JsonNode wrong = upload("csv&part=behaviours&file=behaviours.csv", table.getBytes(UTF_8));
        JsonNode row = curator.get(rows(wrong)).expect(200).json().at("/items/0");
        assertThat(row.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(row.at("/place/file").asString()).isEqualTo("behaviours.csv");
        assertThat(row.at("/place/row").asInt()).isEqualTo(2);
        curator.post(apply(wrong), Map.of()).expect(409);
        example.as("hr").upload(framework + "/imports?format=xlsx", workbook).expect(403);
    }

    @Test
    void moodlesAndCtdlsFilesBeginADraft() {
        String moodle = """
                "Parent ID number","ID number","Short name",Description,"Description format","Is framework"
                dev,dev.git,Git,"<p>Uses <b>Git</b></p>
                <script>alert(1)</script>",1,
                ,dev,Development,,1,
                ,web,Web framework,<p>All about it</p>,1,1
                """;
        assertThat(begun("moodle-framework", "moodle", moodle).toString())
                .contains("Uses Git")
                .doesNotContain("alert");
        String ctdl = """
                {"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [
                  {"@type": "ceasn:CompetencyFramework", "@id": "https://example.org/f",
                   "ceasn:name": {"en-US": "Nursing", "zh-Hans": "护理"}, "ceasn:hasTopChild": ["https://example.org/c1"]},
                  {"@type": "ceasn:Competency", "@id": "https://example.org/c1",
                   "ceasn:competencyText": {"en": "Measures pulse", "zh": "测量脉搏"}, "ceasn:isTopChildOf": "https://example.org/f"}]}""";
        assertThat(begun("ctdl-framework", "ctdl", ctdl).at("/name/zh").asString())
                .isEqualTo("护理");
    }

    /** Each request within the gateway's time limit of 30 s, the service within its heap of 384 MiB: else this fails. */
    @Test
    @Tag("long")
    void aVeryLargeFrameworkIsImportedValidatedComparedAndPublished() throws IOException {
        ObjectNode large = large(2_000, 50, 10);
        String id = large.path("id").asString();
        String path = "/api/catalog/frameworks/" + id;
        JsonNode preview = curator.upload(
                        path + "/imports?format=json", large.toString().getBytes(UTF_8))
                .expect(201)
                .json();
        String draft = curator.post(path + "/imports/" + preview.path("id").asString() + "/apply", Map.of())
                .expect(201)
                .json()
                .path("draft")
                .asString();
        String drafts = path + "/drafts/" + draft;

        assertThat(curator.get(drafts + "/validation")
                        .expect(200)
                        .json()
                        .path("problems")
                        .values())
                .noneMatch(problem -> problem.path("severity").asString().equals("ERROR"));
        assertThat(curator.get(drafts + "/diff")
                        .expect(200)
                        .json()
                        .at("/counts/ADDED")
                        .asInt())
                .isGreaterThan(2_000);
        assertThat(curator.post(drafts + "/publish", Map.of())
                        .expect(201)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    private ObjectNode large(int skills, int roles, int levels) throws IOException {
        ObjectNode document = example.document().put("id", LocalInstallation.FILES + "very-large");
        ArrayNode manySkills = document.arrayNode();
        for (int i = 0; i < skills; i++) {
            ObjectNode skill =
                    ((ObjectNode) document.at("/skills/0")).deepCopy().put("id", "skill-" + i);
            skill.set("name", document.objectNode().put("zh", "技能 " + i).put("en", "Skill " + i));
            manySkills.add(skill);
        }
        ArrayNode manyLevels = document.arrayNode();
        for (int i = 0; i < levels; i++) {
            manyLevels.add(
                    ((ObjectNode) document.at("/ladders/0/levels/0")).deepCopy().put("id", "level-" + i));
        }
        ArrayNode manyRoles = document.arrayNode();
        for (int i = 0; i < roles; i++) {
            ObjectNode role = ((ObjectNode) document.at("/roles/0")).deepCopy().put("id", "role-" + i);
            ArrayNode requirements = document.arrayNode();
            for (int level = 0; level < levels; level++) {
                for (int skill = i * skills / roles; skill < (i + 1) * skills / roles; skill++) {
                    requirements
                            .addObject()
                            .put("level", "level-" + level)
                            .put("skill", "skill-" + skill)
                            .put("proficiency", 1 + level * 4 / levels * .5)
                            .put("importance", 3)
                            .put("mustHave", false)
                            .put("source", "editorial");
                }
            }
            manyRoles.add(role.set("requirements", requirements));
        }
        document.set("skills", manySkills);
        ((ObjectNode) document.at("/ladders/0")).set("levels", manyLevels);
        document.set("roles", manyRoles);
        document.set("transfers", document.arrayNode());
        document.set("developmentActions", document.arrayNode());
        document.putNull("programme");
        return document;
    }

    private JsonNode upload(String format, byte[] file) {
        return curator.upload(framework + "/imports?format=" + format, file)
                .expect(201)
                .json();
    }

    private String rows(JsonNode preview) {
        return framework + "/imports/" + preview.path("id").asString() + "/rows?outcome=REFUSED";
    }

    private String apply(JsonNode preview) {
        return framework + "/imports/" + preview.path("id").asString() + "/apply";
    }

    private JsonNode begun(String id, String format, String file) {
        String path = "/api/catalog/frameworks/" + LocalInstallation.FILES + id;
        JsonNode preview = curator.upload(path + "/imports?format=" + format, file.getBytes(UTF_8))
                .expect(201)
                .json();
        String draft = curator.post(path + "/imports/" + preview.path("id").asString() + "/apply", Map.of())
                .expect(201)
                .json()
                .path("draft")
                .asString();
        return curator.get(path + "/drafts/" + draft).expect(200).json().path("document");
    }
}
