package dev.skillladder.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest extends CatalogTest {

    private static final String RENAME =
            "[{\"op\": \"replace\", \"path\": \"/skills/0/name/en\", \"value\": \"Python 3\"}]";

    @Test
    void onlyCuratorsPatch() {
        Api.Answer created = created();

        assertThat(api.as("ada")
                        .with("If-Match", "\"1\"")
                        .patch(created.location(), RENAME)
                        .status())
                .isEqualTo(403);
        assertThat(api.as("ada")
                        .with("If-Match", "\"1\"")
                        .post(created.location() + "/fresh", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesPatchesWithoutOrWithAnOldRevision() {
        Api.Answer created = created();

        assertThat(curator().patch(created.location(), RENAME).status()).isEqualTo(428);
        assertThat(curator()
                        .with("If-Match", "\"9\"")
                        .patch(created.location(), RENAME)
                        .status())
                .isEqualTo(412);
        assertThat(curator()
                        .post(created.location() + "/fresh", "{\"text\": \"/name\"}")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void refusesOtherMediaTypes() {
        Api.Answer created = created();

        assertThat(curator()
                        .with("If-Match", "\"1\"")
                        .with("Content-Type", "application/json")
                        .send("PATCH", created.location(), BodyPublishers.ofString(RENAME))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"op": "replace", "path": "/skills/9/name/en", "value": "x"}] | 422 | patch-not-applicable | /0/path
            [{"op": "test", "path": "/id", "value": "x"}] | 422 | patch-not-applicable | /0/value
            [{"op": "jump", "path": "/id"}] | 400 | bad-patch | /0/op
            {} | 400 | bad-patch | ``
            [{"op": "replace", "path": "/skills/0/name", "value": 5}] | 400 | wrong-type | /skills/0/name
            [{"op": "add", "path": "/skills/0/colour", "value": "red"}] | 400 | wrong-type | /skills/0/colour
            [{"op": "replace", "path": "/name/en", "value": "a\\u0000"}] | 400 | wrong-type | /name/en
            [{"op": "replace", "path": "", "value": []}] | 400 | wrong-type | ``
            [{"op": "replace", "path": "/name/en", "value": "kept?"}, {"op": "remove", "path": "/x"}] | 422 | patch-not-applicable | /1/path
            """)
    void changesNothingIfAnythingIsWrong(String patch, int status, String problem, String pointer) {
        Api.Answer created = created();

        Api.Answer refused = curator().with("If-Match", "\"1\"").patch(created.location(), patch);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(curator().get(created.location()).etag()).isEqualTo("\"1\"");
    }

    @Test
    void savesOneFieldAndKeepsDocumentsInvalidAsTheyAre() {
        Api.Answer created = created();

        Api.Answer saved = curator().with("If-Match", created.etag()).patch(created.location(), RENAME);
        Api.Answer invalid = curator()
                .with("If-Match", saved.etag())
                .patch(created.location(), "[{\"op\": \"remove\", \"path\": \"/skills/0/category\"}]");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.etag()).isEqualTo("\"2\"");
        assertThat(saved.json().at("/revision").asInt()).isEqualTo(2);
        assertThat(saved.json().has("document")).isFalse();
        assertThat(invalid.status()).isEqualTo(200);
        assertThat(curator()
                        .get(created.location())
                        .json()
                        .at("/document/skills/0/name/en")
                        .asString())
                .isEqualTo("Python 3");
    }

    @Test
    void ofManyAtTheSameTimeOneWins() throws Exception {
        Api.Answer created = created();
        Api edit = curator().with("If-Match", created.etag());
        List<Callable<Integer>> edits = Stream.<Callable<Integer>>generate(
                        () -> () -> edit.patch(created.location(), RENAME).status())
                .limit(6)
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            assertThat(threads.invokeAll(edits).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
        }
    }

    private Api.Answer created() {
        String framework = newFramework();
        return draft(framework, SmallFramework.named(framework));
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
