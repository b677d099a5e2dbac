package dev.skillladder.catalog.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetirementTest extends CatalogTest {

    private static final String REASON = "{\"reason\": \"replaced by the new framework\"}";

    @Test
    void onlyCuratorsRetire() {
        String framework = published();

        assertThat(api.as("hanna", "hr").post(framework + "/retire", REASON).status())
                .isEqualTo(403);
        assertThat(api.as("ada").post(framework + "/reactivate", REASON).status())
                .isEqualTo(403);
        assertThat(api.post(framework + "/retire", REASON).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": 5}", "[]"})
    void needsAReason(String body) {
        assertThat(curator().post(published() + "/retire", body).status()).isEqualTo(400);
    }

    @Test
    void answers404ForAFrameworkThatIsNotThere() {
        assertThat(curator()
                        .post("/api/catalog/frameworks/" + newFramework() + "/retire", REASON)
                        .problem())
                .isEqualTo("framework-not-found");
    }

    @Test
    void aRetiredFrameworkTakesNoDraftsAndVersionsButIsRead() {
        String framework = published();
        String draft = curator().post(framework + "/drafts", "{\"basedOn\": 1}").location();

        assertThat(curator().post(framework + "/retire", REASON).status()).isEqualTo(204);

        assertThat(curator().post(framework + "/drafts", "{\"basedOn\": 1}").problem())
                .isEqualTo("framework-retired");
        assertThat(curator().post(draft + "/publish", "{}").status()).isEqualTo(409);
        assertThat(api.as("ada").get(framework).json().at("/state").asString()).isEqualTo("RETIRED");
        assertThat(api.as("ada").get(framework + "/versions/1").status()).isEqualTo(200);
        assertThat(api.as("ada").get(framework + "/diff?from=1&to=1").status()).isEqualTo(200);
        assertThat(curator().get(draft).status()).isEqualTo(200);
    }

    @Test
    void listsSayTheState() {
        String framework = published();
        curator().post(framework + "/retire", REASON);
        String id = framework.substring(framework.lastIndexOf('/') + 1);
        String before = id.substring(0, id.length() - 1);

        Api.Answer list = api.as("ada").get("/api/catalog/frameworks?limit=1&after=" + before);

        assertThat(list.json().at("/items/0/id").asString()).isEqualTo(id);
        assertThat(list.json().at("/items/0/state").asString()).isEqualTo("RETIRED");
    }

    @Test
    void reactivatingTakesItBackIntoUseAndTheHistoryKnowsBoth() {
        String framework = published();
        curator().post(framework + "/retire", REASON);
        curator().post(framework + "/retire", REASON);
        curator().post(framework + "/reactivate", "{\"reason\": \"still needed\"}");

        assertThat(curator().post(framework + "/drafts", "{\"basedOn\": 1}").status())
                .isEqualTo(201);
        assertThat(api.as("ada").get(framework).json().at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(curator()
                        .get(framework + "/history")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/what").asString() + " "
                                + entry.at("/reason").asString("") + " "
                                + entry.at("/by").asString()))
                .containsExactly(
                        "CREATED  carla",
                        "REACTIVATED still needed carla",
                        "RETIRED replaced by the new framework carla",
                        "PUBLISHED  carla",
                        "CREATED  carla");
    }

    private String published() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        return "/api/catalog/frameworks/" + framework;
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
