package dev.skillladder.catalog.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest extends CatalogTest {

    @Test
    void onlyCuratorsCompareDrafts() {
        String framework = newFramework();
        String diff = draft(framework, SmallFramework.named(framework)).location() + "/diff";

        assertThat(api.as("ada").get(diff).status()).isEqualTo(403);
        assertThat(api.get(diff).status()).isEqualTo(401);
        assertThat(api.get("/api/catalog/frameworks/" + framework + "/diff?from=1&to=1")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=1&to=9", "from=0&to=1", "from=-1&to=1"})
    void answers404ForVersionsThatAreNotThere(String asked) {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        Api.Answer answer = api.as("ada").get("/api/catalog/frameworks/" + framework + "/diff?" + asked);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("version-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=1&to=x", "from=1&to=1&limit=0", "from=1&to=1&lang=de", "from=1&to=1&type=NEW", "from=1"})
    void refusesParametersThatMakeNoSense(String asked) {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        assertThat(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/diff?" + asked)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void comparesVersionsBothWays() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        publish(framework, changed(framework));
        String diff = "/api/catalog/frameworks/" + framework + "/diff?";

        Api.Answer there = api.as("ada").get(diff + "from=1&to=2");
        Api.Answer back = api.as("ada").get(diff + "from=2&to=1");

        assertThat(there.json().at("/textOnly").asBoolean()).isFalse();
        assertThat(there.json().at("/counts").toString()).isEqualTo("{\"RENAMED\":1,\"REQUIREMENT_RAISED\":1}");
        assertThat(there.json().at("/from/version").asInt()).isEqualTo(1);
        assertThat(there.json().at("/items/0/type").asString()).isEqualTo("REQUIREMENT_RAISED");
        assertThat(there.json().at("/items/0/ids").toString())
                .isEqualTo("{\"role\":\"engineer\",\"level\":\"junior\",\"skill\":\"python\"}");
        assertThat(there.json().at("/items/0/before").asDouble()).isEqualTo(2);
        assertThat(there.json().at("/items/0/after").asDouble()).isEqualTo(2.5);
        assertThat(back.json().at("/counts").toString()).isEqualTo("{\"RENAMED\":1,\"REQUIREMENT_LOWERED\":1}");
        assertThat(api.as("ada").get(diff + "from=2&to=2").json().at("/items").size())
                .isZero();
    }

    @Test
    void pagesAndFilters() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        publish(framework, changed(framework));
        String diff = "/api/catalog/frameworks/" + framework + "/diff?from=1&to=2";

        Api.Answer first = api.as("ada").get(diff + "&limit=1");
        Api.Answer second = api.as("ada")
                .get(diff + "&limit=1&after=" + first.json().at("/next").asString());

        assertThat(first.json().at("/items").size()).isEqualTo(1);
        assertThat(second.json().at("/items/0/type").asString()).isEqualTo("RENAMED");
        assertThat(second.json().at("/next").isNull()).isTrue();
        assertThat(api.as("ada").get(diff + "&after=-1").status()).isEqualTo(400);
        assertThat(api.as("ada")
                        .get(diff + "&type=RENAMED")
                        .json()
                        .at("/items/0/path")
                        .asString())
                .isEqualTo("/skills/python/name");
    }

    @Test
    void comparesADraftWithItsBaseOrAnotherVersion() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        publish(framework, changed(framework));
        Api.Answer based = curator().post("/api/catalog/frameworks/" + framework + "/drafts", "{\"basedOn\": 1}");

        Api.Answer base = curator().get(based.location() + "/diff");
        Api.Answer newest = curator().get(based.location() + "/diff?from=2");

        assertThat(base.json().at("/items").size()).isZero();
        assertThat(base.json().at("/textOnly").asBoolean()).isTrue();
        assertThat(newest.json().at("/counts").toString()).isEqualTo("{\"RENAMED\":1,\"REQUIREMENT_LOWERED\":1}");
        assertThat(newest.json().at("/to/draft").asString()).isEqualTo(idOf(based));
        assertThat(newest.json().at("/to/revision").asInt()).isEqualTo(1);
        assertThat(curator().get(based.location() + "/diff?from=3").status()).isEqualTo(404);
        assertThat(curator()
                        .get(based.location()
                                        .replace(idOf(based), UUID.randomUUID().toString()) + "/diff")
                        .problem())
                .isEqualTo("draft-not-found");
    }

    @Test
    void everythingIsNewBeforeTheFirstVersion() {
        String framework = newFramework();
        Api.Answer diff =
                curator().get(draft(framework, SmallFramework.named(framework)).location() + "/diff?limit=200");

        assertThat(diff.json().at("/counts/ADDED").asInt()).isPositive();
        assertThat(diff.json().at("/from").isEmpty()).isTrue();
        assertThat(diff.json().at("/textOnly").asBoolean()).isFalse();
    }

    @Test
    void isAPageToReadInBothLanguagesForBrowsers() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        publish(framework, changed(framework).with("/skills/1/name/en", "\"<script>alert('x')</script>\""));
        Api browser = api.as("ada").with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        String diff = "/api/catalog/frameworks/" + framework + "/diff?from=1&to=2";

        Api.Answer english = browser.get(diff);
        Api.Answer chinese = browser.get(diff + "&lang=zh");

        assertThat(english.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(english.text())
                .contains("<html lang=\"en\">", "Version 1 → Version 2", "rises from 2 to 2.5", "&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(chinese.text()).contains("<html lang=\"zh\">", "版本 1 → 版本 2", "由 2 提高到 2.5");
        assertThat(english.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(api.as("ada").with("Accept", "*/*").get(diff).header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(browser.get(diff.replace("to=2", "to=9")).problem()).isEqualTo("version-not-found");
    }

    private static SmallFramework changed(String framework) {
        return SmallFramework.named(framework)
                .with("/roles/0/requirements/0/proficiency", "2.5")
                .with("/skills/0/name/en", "\"Python 3\"");
    }

    private static String idOf(Api.Answer draft) {
        return draft.location().substring(draft.location().lastIndexOf('/') + 1);
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
