package dev.skillladder.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class HistoryTest extends CatalogTest {

    @Test
    void isForCuratorsOnly() {
        String framework = newFramework();
        draft(framework, SmallFramework.named(framework));
        String history = "/api/catalog/frameworks/" + framework + "/history";

        assertThat(api.get(history).status()).isEqualTo(401);
        assertThat(api.as("ada").get(history).status()).isEqualTo(403);
        assertThat(api.as("hanna", "hr").get(history + "/1/changes").status()).isEqualTo(403);
        assertThat(curator()
                        .get("/api/catalog/frameworks/" + newFramework() + "/history")
                        .problem())
                .isEqualTo("framework-not-found");
        assertThat(curator().get(history + "?limit=0").status()).isEqualTo(400);
        assertThat(curator().get(history + "?draft=x").status()).isEqualTo(400);
    }

    @Test
    void tellsWhoChangedWhatWhenFromWhatToWhat() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        api.as("dora", "curator")
                .with("If-Match", created.etag())
                .patch(
                        created.location(),
                        "[{\"op\": \"replace\", \"path\": \"/roles/0/requirements/0/importance\", \"value\": 7}]");
        curator().post(created.location() + "/publish", "{}");

        List<JsonNode> items = items(framework, "");

        assertThat(items.stream()
                        .map(item -> item.at("/what").asString() + " "
                                + item.at("/by").asString() + " "
                                + item.at("/revision").asInt()))
                .containsExactly("PUBLISHED carla 2", "PATCHED dora 2", "CREATED carla 1");
        assertThat(items.getFirst().at("/version").asInt()).isEqualTo(1);
        JsonNode edit = items.get(1);
        assertThat(edit.at("/at").asString()).isNotBlank();
        assertThat(edit.at("/changeCount").asInt()).isEqualTo(1);
        assertThat(edit.at("/changes/0/type").asString()).isEqualTo("REWEIGHTED");
        assertThat(edit.at("/changes/0/before").asInt()).isEqualTo(3);
        assertThat(edit.at("/changes/0/after").asInt()).isEqualTo(7);
        assertThat(edit.at("/changes/0/sentence/zh").asString()).contains("由 3 改为 7");
    }

    @Test
    void survivesTheDraftAndKeepsOneDraftApart() {
        String framework = newFramework();
        Api.Answer first = draft(framework, SmallFramework.named(framework));
        draft(framework, SmallFramework.named(framework));
        curator().with("If-Match", first.etag()).delete(first.location());
        String id = first.location().substring(first.location().lastIndexOf('/') + 1);

        assertThat(items(framework, "?draft=" + id).stream()
                        .map(item -> item.at("/what").asString()))
                .containsExactly("DELETED", "CREATED");
        assertThat(items(framework, "")).hasSize(3);
    }

    @Test
    void pagesEntriesAndTheirChanges() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        String history = "/api/catalog/frameworks/" + framework + "/history";
        draft(framework, SmallFramework.named(framework).with("/name/en", "\"Other\""));

        Api.Answer newest = curator().get(history + "?limit=1");
        Api.Answer older = curator()
                .get(history + "?limit=1&after=" + newest.json().at("/next").asString());

        assertThat(older.json().at("/next").isNull()).isTrue();
        JsonNode first = older.json().at("/items/0");
        assertThat(created.location()).endsWith(first.at("/draft").asString());
        assertThat(first.at("/changeCount").asInt()).isGreaterThan(10);
        assertThat(first.at("/changes").size()).isEqualTo(10);
        List<JsonNode> changes = new ArrayList<>();
        String after = "0";
        while (!after.isEmpty()) {
            Api.Answer page =
                    curator().get(history + "/" + first.at("/id").asString() + "/changes?limit=10&after=" + after);
            page.json().at("/items").forEach(changes::add);
            after = page.json().at("/next").asString("");
        }
        assertThat(changes).hasSize(first.at("/changeCount").asInt()).doesNotHaveDuplicates();
        assertThat(curator()
                        .get(history.replace(framework, other()) + "/"
                                + first.at("/id").asString() + "/changes")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set person = 'somebody else'",
                "delete from history_changes",
                "update history_changes set change = '{}'"
            })
    void theDatabaseRefusesToChangeIt(String change) {
        String framework = newFramework();
        draft(framework, SmallFramework.named(framework));

        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never change");
    }

    private String other() {
        String framework = newFramework();
        draft(framework, SmallFramework.named(framework));
        return framework;
    }

    private List<JsonNode> items(String framework, String query) {
        return curator()
                .get("/api/catalog/frameworks/" + framework + "/history" + query)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
