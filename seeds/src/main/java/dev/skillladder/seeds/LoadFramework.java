package dev.skillladder.seeds;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Publishes the framework unless there is a version already: what curators made of it stays. */
final class LoadFramework {

    private static final String CURATOR = "curator";

    private final Api api;

    LoadFramework(Api api) {
        this.api = api;
    }

    void load(FrameworkDocument document) {
        String path = "/api/catalog/frameworks/" + document.id();
        Answer known = api.get(CURATOR, path);
        if (known.status() != 404
                && !Api.accepted("GET " + path, known).path("versions").isEmpty()) {
            return;
        }
        String key = "seed_"
                + Integer.toHexString(
                        SeedFiles.JSON.writeValueAsString(document).hashCode());
        JsonNode draft = api.post(CURATOR, path + "/drafts", Map.of("document", document), key);
        String id = draft.path("id").asString("");
        api.post(CURATOR, path + "/drafts/" + id + "/publish", Map.of("textOnly", false), key + "_publish");
    }
}
