package dev.skillladder.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftsTest extends CatalogTest {

    @Test
    void refusesAFrameworkIdThatIsNoSlug() {
        Api.Answer answer = draft("Not%20A%20Slug", SmallFramework.valid());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-framework-id");
    }

    @Test
    void refusesDraftsBasedOnWhatIsNotThere() {
        String framework = newFramework();
        Api.Answer unknown = curator().post("/api/catalog/frameworks/" + framework + "/drafts", "{\"basedOn\": 1}");
        draft(framework, SmallFramework.named(framework));
        Api.Answer unpublished = curator().post("/api/catalog/frameworks/" + framework + "/drafts", "{\"basedOn\": 1}");

        assertThat(unknown.problem()).isEqualTo("framework-not-found");
        assertThat(unpublished.problem()).isEqualTo("version-not-found");
    }

    @Test
    void refusesDraftsOfAnotherFramework() {
        String framework = newFramework();
        String draft = draft(framework, SmallFramework.named(framework)).location();
        String elsewhere = draft.replace(framework, newFramework());

        assertThat(curator().get(elsewhere).status()).isEqualTo(404);
        assertThat(curator().with("If-Match", "\"1\"").delete(elsewhere).status())
                .isEqualTo(404);
        assertThat(curator().get("/api/catalog/frameworks/x/drafts/no-uuid").status())
                .isEqualTo(400);
    }

    @Test
    void refusesEditsWithoutRevision() {
        String framework = newFramework();
        String draft = draft(framework, SmallFramework.named(framework)).location();

        assertThat(curator().put(draft, body(framework)).status()).isEqualTo(428);
        assertThat(curator().with("If-Match", "*").put(draft, body(framework)).status())
                .isEqualTo(428);
        assertThat(curator().delete(draft).status()).isEqualTo(428);
    }

    @Test
    void refusesEditsOfAnOlderRevision() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        Api edit = curator().with("If-Match", created.etag());
        assertThat(edit.put(created.location(), body(framework)).etag()).isEqualTo("\"2\"");

        assertThat(edit.put(created.location(), body(framework)).status()).isEqualTo(412);
        assertThat(edit.delete(created.location()).status()).isEqualTo(412);
        assertThat(curator().get(created.location()).etag()).isEqualTo("\"2\"");
    }

    @Test
    void ofManyAtTheSameTimeOneWins() throws Exception {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        Api edit = curator().with("If-Match", created.etag());
        List<Callable<Integer>> edits = Stream.<Callable<Integer>>generate(() ->
                        () -> edit.put(created.location(), body(framework)).status())
                .limit(8)
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses =
                    threads.invokeAll(edits).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnlyOnce(200).hasSize(8);
            assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
        }
    }

    @Test
    void storesWhatWasSentAndWhoChangedItWhen() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        api.as("dora", "curator")
                .with("If-Match", created.etag())
                .put(
                        created.location(),
                        "{\"document\": "
                                + SmallFramework.named(framework)
                                        .with("/name/zh", "\"新名称\"")
                                        .json() + "}");

        Api.Answer read = curator().get(created.location());

        assertThat(read.json().at("/document/name/zh").asString()).isEqualTo("新名称");
        assertThat(read.json().at("/document/skills").size()).isEqualTo(3);
        assertThat(read.json().at("/updatedBy").asString()).isEqualTo("dora");
        assertThat(read.json().at("/history/0/change").asString()).isEqualTo("CREATED");
        assertThat(read.json().at("/history/0/by").asString()).isEqualTo("carla");
        assertThat(read.json().at("/history/1/change").asString()).isEqualTo("REPLACED");
        assertThat(read.json().at("/history/1/by").asString()).isEqualTo("dora");
        assertThat(curator()
                        .get("/api/catalog/frameworks/" + framework)
                        .json()
                        .at("/name/zh")
                        .asString())
                .isEqualTo("新名称");
    }

    @Test
    void keepsTheHistoryOfADeletedDraft() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));

        assertThat(curator()
                        .with("If-Match", created.etag())
                        .delete(created.location())
                        .status())
                .isEqualTo(204);
        assertThat(curator().get(created.location()).status()).isEqualTo(404);
        assertThat(jdbc.sql("select kind from history where framework = :framework order by id")
                        .param("framework", framework)
                        .query(String.class)
                        .list())
                .containsExactly("CREATED", "DELETED");
    }

    @Test
    void keepsInvalidDocumentsAndSaysWhatIsWrong() {
        String framework = newFramework();
        String draft = draft(
                        framework,
                        SmallFramework.named(framework)
                                .with("/skills/0/category", "\"nowhere\"")
                                .without("/name/en"))
                .location();

        assertThat(curator()
                        .get(draft + "/validation")
                        .json()
                        .at("/problems")
                        .valueStream()
                        .map(problem -> problem.at("/pointer").asString() + " "
                                + problem.at("/code").asString() + " "
                                + problem.at("/severity").asString()))
                .containsExactly("/name/en text-missing ERROR", "/skills/0/category unknown-category ERROR");
        assertThat(curator()
                        .get(draft + "/validation")
                        .json()
                        .at("/problems/0/message/zh")
                        .asString())
                .isEqualTo("缺少英文文本");
    }

    @Test
    void startsFromAPublishedVersion() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        Api.Answer created = curator().post("/api/catalog/frameworks/" + framework + "/drafts", "{\"basedOn\": 1}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(curator().get(created.location()).json().at("/document"))
                .isEqualTo(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/versions/1")
                        .json()
                        .at("/document"));
    }

    @Test
    void repeatsTheFirstAnswerUnderTheSameKey() throws Exception {
        String framework = newFramework();
        String drafts = "/api/catalog/frameworks/" + framework + "/drafts";
        Api keyed = curator().with("Idempotency-Key", UUID.randomUUID().toString());

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Api.Answer>> posts = IntStream.range(0, 4)
                    .<Callable<Api.Answer>>mapToObj(n -> () -> keyed.post(drafts, body(framework)))
                    .toList();
            List<Api.Answer> answers =
                    threads.invokeAll(posts).stream().map(Future::resultNow).toList();

            assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
            assertThat(answers.stream().map(Api.Answer::text).distinct()).hasSize(1);
            assertThat(answers.stream().map(Api.Answer::location).distinct()).hasSize(1);
        }
        assertThat(curator()
                        .get("/api/catalog/frameworks/" + framework)
                        .json()
                        .at("/drafts")
                        .size())
                .isEqualTo(1);
        Api.Answer other = keyed.post(drafts, body(newFramework()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(curator()
                        .with("Idempotency-Key", "two words")
                        .post(drafts, body(framework))
                        .status())
                .isEqualTo(400);
    }

    private static String body(String framework) {
        return "{\"document\": " + SmallFramework.named(framework).json() + "}";
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
