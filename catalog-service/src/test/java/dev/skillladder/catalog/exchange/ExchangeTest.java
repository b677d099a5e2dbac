package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends files and applies them, as curator Carla. */
abstract class ExchangeTest extends CatalogTest {

    static String imports(String framework) {
        return "/api/catalog/frameworks/" + framework + "/imports";
    }

    Api carla() {
        return api.as("carla", "curator");
    }

    Api.Answer preview(String framework, String query, byte[] file) {
        return carla().with("Content-Type", "application/octet-stream")
                .send("POST", imports(framework) + "?" + query, BodyPublishers.ofByteArray(file));
    }

    Api.Answer preview(String framework, String query, String file) {
        return preview(framework, query, file.getBytes(StandardCharsets.UTF_8));
    }

    Api.Answer apply(Api.Answer preview) {
        assertThat(preview.status()).as(preview.toString()).isEqualTo(201);
        return carla().post(preview.location() + "/apply", "");
    }

    /** Counts as {@code added/changed/unchanged/removed/refused}. */
    static String counts(Api.Answer preview) {
        assertThat(preview.status()).as(preview.toString()).isEqualTo(201);
        return "%s/%s/%s/%s/%s"
                .formatted(
                        preview.json().at("/counts/added"),
                        preview.json().at("/counts/changed"),
                        preview.json().at("/counts/unchanged"),
                        preview.json().at("/counts/removed"),
                        preview.json().at("/counts/refused"));
    }

    /** Reasons of refused rows. */
    List<String> refusals(Api.Answer preview) {
        assertThat(preview.status()).as(preview.toString()).isEqualTo(201);
        return carla().get(preview.location() + "/rows?outcome=REFUSED&limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(row -> "%s:%s %s"
                        .formatted(
                                row.at("/place/row"),
                                row.at("/place/column"),
                                row.at("/reason").asString()))
                .toList();
    }
}
