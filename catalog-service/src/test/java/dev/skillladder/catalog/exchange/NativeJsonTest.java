package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.SmallFramework;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeJsonTest extends ExchangeTest {

    private final String framework = newFramework();

    @ParameterizedTest
    @CsvSource({
        "POST, ?format=json",
        "GET, /6f1c2a52-0b2e-4f8e-9a51-0d7c3c1d2e3f",
        "POST, /6f1c2a52-0b2e-4f8e-9a51-0d7c3c1d2e3f/apply"
    })
    void refusesImportsToEverybodyButCurators(String method, String path) {
        for (String role : new String[] {"hr", "auditor", "operator"}) {
            Api.Answer answer = api.as("ada", role).send(method, imports(framework) + path, BodyPublishers.noBody());

            assertThat(answer.status()).as(role).isEqualTo(403);
        }
        assertThat(api.send(method, imports(framework) + path, BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void everybodyExportsVersionsAndOnlyCuratorsDrafts() {
        publish(framework, SmallFramework.named(framework));
        String draft = draft(framework, SmallFramework.named(framework)).location();

        assertThat(api.as("ada").get(version(1) + "/export").status()).isEqualTo(200);
        assertThat(api.get(version(1) + "/export").status()).isEqualTo(401);
        assertThat(api.as("ada", "hr").get(draft + "/export").status()).isEqualTo(403);
        assertThat(carla().get(draft + "/export").status()).isEqualTo(200);
        assertThat(api.as("ada").get(version(2) + "/export").status()).isEqualTo(404);
    }

    @Test
    void roundTripIsEqualByteByByte() {
        publish(framework, SmallFramework.named(framework));
        Api.Answer exported = api.as("ada").get(version(1) + "/export?format=json");

        Api.Answer applied = apply(preview(framework, "format=json", changed(exported.text())));
        Api.Answer back = carla().get(applied.location() + "/export?format=json");

        assertThat(exported.header("Content-Disposition")).contains(framework + "-1.json");
        assertThat(back.text()).isEqualTo(changed(exported.text()));
        assertThat(carla().get(applied.location()).json().at("/basedOn").asInt())
                .isEqualTo(1);
    }

    @Test
    void createsAFrameworkThatWasNotThere() {
        String document = SmallFramework.named(framework).json();

        Api.Answer preview = preview(framework, "format=json&file=small.json", document);
        assertThat(preview.json().at("/file").asString()).isEqualTo("small.json");
        assertThat(api.as("carla", "curator")
                        .get("/api/catalog/frameworks/" + framework)
                        .status())
                .isEqualTo(404);
        Api.Answer applied = apply(preview);

        assertThat(applied.status()).as(applied.toString()).isEqualTo(201);
        assertThat(carla().post(applied.location() + "/publish", "{}").status()).isEqualTo(201);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String document = SmallFramework.named(framework).json();
        Api.Answer first = apply(preview(framework, "format=json", document));
        Api.Answer second = apply(preview(framework, "format=json", document));

        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.json().at("/changed").asBoolean()).isFalse();
        assertThat(second.json().at("/draft")).isEqualTo(first.json().at("/draft"));
        assertThat(second.etag()).isEqualTo(first.etag());

        carla().post(first.location() + "/publish", "{}");
        Api.Answer third = preview(framework, "format=json", document);
        assertThat(counts(third)).matches("0/0/[0-9]+/0/0");
        assertThat(apply(third).json().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void appliesIntoAnExistingDraftOnlyWithItsTag() {
        Api.Answer draft = draft(framework, SmallFramework.named(framework));
        Api.Answer preview = preview(
                framework,
                "format=json&draft=" + draft.json().at("/id").asString(),
                changed(SmallFramework.named(framework).json()));
        String apply = preview.location() + "/apply";

        assertThat(counts(preview)).startsWith("0/3/");
        assertThat(carla().post(apply, "").status()).isEqualTo(428);
        assertThat(carla().with("If-Match", "\"7\"").post(apply, "").status()).isEqualTo(412);
        Api.Answer applied = carla().with("If-Match", draft.etag()).post(apply, "");
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        assertThat(applied.etag()).isEqualTo("\"2\"");
        Api.Answer again = carla().with("If-Match", "\"2\"").post(apply, "");
        assertThat(again.json().at("/changed").asBoolean()).isFalse();
        assertThat(again.etag()).isEqualTo("\"2\"");
    }

    @Test
    void refusesAPreviewThatIsNoLongerTrue() {
        Api.Answer preview = preview(
                framework,
                "format=json",
                changed(SmallFramework.named(framework).json()));
        publish(framework, SmallFramework.named(framework));

        Api.Answer applied = apply(preview);
        assertThat(applied.status()).isEqualTo(409);
        assertThat(applied.problem()).isEqualTo("import-outdated");
    }

    @Test
    void showsWhatIsAddedChangedAndRemovedWithPointers() {
        publish(framework, SmallFramework.named(framework));
        Api.Answer preview = preview(
                framework,
                "format=json",
                SmallFramework.named(framework)
                        .without("/skills/0/behaviours/4")
                        .with("/skills/1/name/en", "\"Other name\"")
                        .with(
                                "/halfLives/-",
                                "{\"id\": \"slow\", \"name\": {\"zh\": \"慢\", \"en\": \"Slow\"}, \"days\": 900}")
                        .json());

        assertThat(counts(preview)).matches("1/1/[0-9]+/1/0");
        assertThat(row(preview, "ADDED")).isEqualTo("halfLives slow /halfLives/1");
        assertThat(row(preview, "CHANGED")).endsWith("/skills/1");
        assertThat(row(preview, "REMOVED")).startsWith("behaviours python/5");
    }

    @Test
    void pagesThroughRows() {
        Api.Answer preview = preview(
                framework, "format=json", SmallFramework.named(framework).json());
        Api.Answer one = carla().get(preview.location() + "/rows?limit=2");
        Api.Answer two = carla().get(preview.location() + "/rows?limit=2&after="
                + one.json().at("/next").asString());

        assertThat(one.json().at("/items/1/number").asInt()).isEqualTo(2);
        assertThat(two.json().at("/items/0/number").asInt()).isEqualTo(3);
    }

    @Test
    void previewsExpireAfterAWeek() {
        Api.Answer preview = preview(
                framework, "format=json", SmallFramework.named(framework).json());
        jdbc.sql("update imports set expires_at = now() where framework = :framework")
                .param("framework", framework)
                .update();

        assertThat(carla().get(preview.location()).status()).isEqualTo(404);
        assertThat(apply(preview).problem()).isEqualTo("import-not-found");
    }

    @Test
    void saysWhereAFileIsWrong() {
        Api.Answer wrong = preview(framework, "format=json", "{\"skills\": [{\"id\": 3}]}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/skills/0/id");
        assertThat(preview(framework, "format=json", "{").problem()).isEqualTo("malformed-json");
        assertThat(preview(framework, "format=json", "").status()).isEqualTo(400);
        assertThat(preview(framework, "format=json", "null").status()).isEqualTo(400);
        assertThat(preview(framework, "format=json", "[1]").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=xml", "", "format=json&part=roles", "format=json&draft=x"})
    void refusesNonsenseQueries(String query) {
        assertThat(preview(framework, query, "{}").status()).isEqualTo(400);
    }

    @Test
    void refusesDeepJson() {
        Api.Answer answer = preview(framework, "format=json", "[".repeat(100_000));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void refusesFilesOverTheLimitOfTheirFormat() {
        Api.Answer answer = preview(framework, "format=json", new byte[17 * 1024 * 1024]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void takesFilesFromForms() {
        String form = """
                --x\r
                Content-Disposition: form-data; name="file"; filename="my.json"\r
                Content-Type: application/json\r
                \r
                %s\r
                --x--\r
                """.formatted(SmallFramework.named(framework).json());
        Api.Answer answer = carla().with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", imports(framework) + "?format=json", BodyPublishers.ofString(form));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().at("/file").asString()).isEqualTo("my.json");
    }

    private String version(int number) {
        return "/api/catalog/frameworks/" + framework + "/versions/" + number;
    }

    private static String changed(String document) {
        return document.replace("Python programming\"}", "Programming in Python\"}")
                .replace("\"Ages fast\"", "\"Ages very fast\"");
    }

    private String row(Api.Answer preview, String outcome) {
        var row = carla().get(preview.location() + "/rows?outcome=" + outcome)
                .json()
                .at("/items/0");
        return row.at("/element/kind").asString() + " " + row.at("/element/id").asString() + " "
                + row.at("/place/pointer").asString("");
    }
}
