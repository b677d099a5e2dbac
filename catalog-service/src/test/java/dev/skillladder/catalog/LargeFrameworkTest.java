package dev.skillladder.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The largest framework that must work goes all the way through the API, within the heap that every test here has. */
class LargeFrameworkTest extends CatalogTest {

    @Test
    void isDraftedValidatedComparedAndPublished() {
        String framework = newFramework();
        String frameworks = "/api/catalog/frameworks/" + framework;
        ObjectNode document = LargeFramework.named(framework);
        Api.Answer created = curator().post(frameworks + "/drafts", "{\"document\": " + document + "}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(curator().get(created.location() + "/validation").json().at("/problems"))
                .isEmpty();
        assertThat(curator().post(created.location() + "/publish", "{}").status())
                .isEqualTo(201);

        change(document);
        String draft =
                curator().post(frameworks + "/drafts", "{\"basedOn\": 1}").location();
        Api.Answer replaced = curator().with("If-Match", "\"1\"").put(draft, "{\"document\": " + document + "}");
        Api.Answer patched = curator()
                .with("If-Match", replaced.etag())
                .patch(draft, "[{\"op\": \"replace\", \"path\": \"/skills/1999/name/en\", \"value\": \"Last\"}]");
        assertThat(patched.status()).isEqualTo(200);

        Api.Answer diff = curator().get(draft + "/diff?limit=200");
        assertThat(diff.json().at("/counts").toString())
                .isEqualTo("{\"RENAMED\":1,\"FRESHNESS_CHANGED\":1,\"REQUIREMENT_RAISED\":2000,\"REWEIGHTED\":20000}");
        assertThat(diff.json().at("/items").size()).isEqualTo(200);
        assertThat(curator().with("Accept", "text/html").get(draft + "/diff").text())
                .contains("20002 more changes are not listed here");
        assertThat(publish(draft).json().at("/version").asInt()).isEqualTo(2);
        assertThat(api.as("ada")
                        .get(frameworks + "/diff?from=1&to=2&type=RENAMED")
                        .json()
                        .at("/items/0/path")
                        .asString())
                .isEqualTo("/skills/s1999/name");
        assertThat(curator()
                        .get(frameworks + "/history?limit=1")
                        .json()
                        .at("/items/0/changeCount")
                        .asInt())
                .isEqualTo(22_002);
    }

    /** Every requirement weighs more, and the highest level asks for more. */
    private static void change(ObjectNode document) {
        document.at("/roles")
                .forEach(role -> role.at("/requirements").forEach(requirement -> {
                    ObjectNode changed = (ObjectNode) requirement;
                    changed.put("importance", changed.at("/importance").asInt() + 1);
                    if (changed.at("/level").asString().equals("l9")) {
                        changed.put("proficiency", 5.0);
                    }
                }));
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
