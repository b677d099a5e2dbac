package dev.skillladder.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class FreshnessTest extends CatalogTest {

    private String draft = "";

    @BeforeEach
    void begin() {
        String framework = newFramework();
        draft = draft(framework, SmallFramework.named(framework)).location();
    }

    @Test
    void editingOneLanguageMarksTheOther() {
        edit("/skills/0/name/en", "Python 3");
        edit("/skills/0/behaviours/2/text/zh", "新的行为");

        assertThat(marks()).containsExactly("/skills/python/behaviours/3/text en", "/skills/python/name zh");
    }

    @Test
    void editingBothOrFillingAnEmptyOneMarksNothing() {
        patch(
                "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": {\"zh\": \"新\", \"en\": \"New\"}},"
                        + "{\"op\": \"add\", \"path\": \"/ladders/0/levels/0/differs\", \"value\": {\"zh\": \"新\", \"en\": \"\"}}]");
        edit("/ladders/0/levels/0/differs/en", "New");

        assertThat(marks()).isEmpty();
    }

    /** Who writes a text anew may empty it first, and an editor may save that. */
    @Test
    void emptyingATextBeforeWritingItAnewMarksTheOther() {
        edit("/skills/0/name/en", "");
        edit("/skills/0/name/en", "Something else");

        assertThat(marks()).containsExactly("/skills/python/name zh");
    }

    @Test
    void editingTheMarkedLanguageClearsItAndMarksNothing() {
        edit("/skills/0/name/en", "Python 3");
        edit("/skills/0/name/en", "Python 3.14");
        assertThat(marks()).containsExactly("/skills/python/name zh");

        edit("/skills/0/name/zh", "蟒蛇");

        assertThat(marks()).isEmpty();
    }

    @Test
    void marksFollowTheirTextsAndEndWithThem() {
        edit("/skills/0/name/en", "Python 3");
        patch("[{\"op\": \"move\", \"from\": \"/skills/0\", \"path\": \"/skills/2\"}]");
        assertThat(marks()).containsExactly("/skills/python/name zh");

        patch("[{\"op\": \"remove\", \"path\": \"/skills/2\"}]");

        assertThat(marks()).isEmpty();
    }

    @Test
    void replacingTheDocumentMarksTooAndItsOwnMarksAreNotLookedAt() {
        edit("/skills/0/name/en", "Python 3");
        ObjectNode document = (ObjectNode) curator().get(draft).json().at("/document");
        ((ObjectNode) document.at("/skills/0/description")).put("zh", "新的说明");
        document.set("outOfDate", JsonMapper.shared().readTree("[]"));
        ArrayNode skills = (ArrayNode) document.get("skills");
        JsonNode first = skills.remove(0);
        skills.add(first);

        Api.Answer replaced = curator().with("If-Match", "\"2\"").put(draft, "{\"document\": " + document + "}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(marks()).containsExactly("/skills/python/description en", "/skills/python/name zh");
    }

    @Test
    void confirmingATextClearsIt() {
        edit("/skills/0/name/en", "Python 3");
        Api.Answer unknown = confirm("/skills/nothing/name");
        Api.Answer confirmed = confirm("/skills/python/name");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("text-not-found");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json().at("/outOfDate").isEmpty()).isTrue();
        assertThat(marks()).isEmpty();
    }

    @Test
    void warnsAndRefusesToPublishIfAllMustBeFresh() {
        edit("/skills/0/name/en", "Python 3");
        JsonNode warning = curator().get(draft + "/validation").json().at("/problems/0");

        Api.Answer refused = curator().post(draft + "/publish", "{\"allFresh\": true}");

        assertThat(warning.at("/pointer").asString()).isEqualTo("/skills/0/name/zh");
        assertThat(warning.at("/code").asString()).isEqualTo("out-of-date");
        assertThat(warning.at("/severity").asString()).isEqualTo("WARNING");
        assertThat(warning.at("/message/zh").asString()).contains("中文");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("texts-out-of-date");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/skills/0/name/zh");
        assertThat(curator().post(draft + "/publish", "{}").status()).isEqualTo(201);
    }

    @Test
    void publishesWithAllFreshOnceEverythingIs() {
        edit("/skills/0/name/en", "Python 3");
        confirm("/skills/python/name");

        assertThat(curator().post(draft + "/publish", "{\"allFresh\": true}").status())
                .isEqualTo(201);
    }

    @Test
    void keepsTheMarksOfADocumentOnlyForTextsItHas() {
        String framework = newFramework();
        draft = draft(
                        framework,
                        SmallFramework.named(framework)
                                .with(
                                        "/outOfDate",
                                        "[{\"text\": \"/name\", \"language\": \"zh\"},"
                                                + "{\"text\": \"/skills/gone/name\", \"language\": \"zh\"},"
                                                + "{\"text\": \"/name\", \"language\": \"fr\"}]"))
                .location();

        assertThat(marks()).containsExactly("/name zh");
    }

    private void edit(String pointer, String text) {
        patch("[{\"op\": \"replace\", \"path\": \"" + pointer + "\", \"value\": \"" + text + "\"}]");
    }

    private void patch(String patch) {
        Api.Answer answer =
                curator().with("If-Match", curator().get(draft).etag()).patch(draft, patch);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Api.Answer confirm(String text) {
        return curator()
                .with("If-Match", curator().get(draft).etag())
                .post(draft + "/fresh", "{\"text\": \"" + text + "\"}");
    }

    private List<String> marks() {
        return curator()
                .get(draft)
                .json()
                .at("/document/outOfDate")
                .valueStream()
                .map(mark ->
                        mark.at("/text").asString() + " " + mark.at("/language").asString())
                .toList();
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
