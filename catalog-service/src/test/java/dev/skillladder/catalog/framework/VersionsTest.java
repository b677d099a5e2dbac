package dev.skillladder.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest extends CatalogTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "99999999999999999999", "newest", "1.0"})
    void answers404ForVersionsThatAreNotThere(String version) {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        assertThat(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/versions/" + version)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answers304ToWhoHasItAlready() {
        String framework = newFramework();
        Api.Answer published = publish(framework, SmallFramework.named(framework));
        String version = "/api/catalog/frameworks/" + framework + "/versions/1";
        Api.Answer read = api.as("ada").get(version);

        assertThat(read.etag()).isEqualTo("\"" + published.json().at("/digest").asString() + "\"");
        Api.Answer again = api.as("ada").with("If-None-Match", read.etag()).get(version);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(api.as("ada").with("If-None-Match", "\"other\"").get(version).status())
                .isEqualTo(200);
    }

    @Test
    void latestIsAnotherVersionEvenIfItReturnsToAnOlderContent() {
        String framework = newFramework();
        String latest = "/api/catalog/frameworks/" + framework + "/versions/latest";
        publish(framework, SmallFramework.named(framework));
        String etag = api.as("ada").get(latest).etag();
        publish(framework, SmallFramework.named(framework).with("/name/en", "\"Renamed\""));
        publish(framework, SmallFramework.named(framework));

        Api.Answer third = api.as("ada").with("If-None-Match", etag).get(latest);

        assertThat(third.status()).isEqualTo(200);
        assertThat(third.json().at("/version").asInt()).isEqualTo(3);
        assertThat(api.as("ada").with("If-None-Match", third.etag()).get(latest).status())
                .isEqualTo(304);
    }

    @Test
    void answersTheWholeDocument() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        Api.Answer read = api.as("ada").get("/api/catalog/frameworks/" + framework + "/versions/1");

        assertThat(read.json().at("/id").asString()).isEqualTo(framework);
        assertThat(read.json().at("/document/skills/1/behaviours/4/text/zh").asString())
                .isEqualTo("为整个组织使用分布式训练");
        assertThat(read.header("Cache-Control")).contains("private");
    }

    @Test
    void listsPageByPage() {
        String prefix = newFramework().substring(0, 30);
        for (int n = 0; n < 3; n++) {
            publish(prefix + n, SmallFramework.named(prefix + n));
        }
        Api.Answer first = api.as("ada").get("/api/catalog/frameworks?limit=2&after=" + prefix);
        Api.Answer second = api.as("ada")
                .get("/api/catalog/frameworks?limit=1&after="
                        + first.json().at("/next").asString());

        assertThat(first.json().at("/items/0/id").asString()).isEqualTo(prefix + 0);
        assertThat(first.json().at("/items/0/latestVersion").asInt()).isEqualTo(1);
        assertThat(first.json().at("/items/0/name/zh").asString()).isEqualTo("小框架");
        assertThat(second.json().at("/items/0/id").asString()).isEqualTo(prefix + 2);
    }
}
