package dev.skillladder.seeds;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the gateway answered; {@code body} is a missing node if there was none. */
record Answer(int status, @Nullable String etag, JsonNode body) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** What a problem says is wrong, field by field. */
    String problem() {
        StringBuilder text = new StringBuilder(body.path("detail").asString(body.toString()));
        body.path("errors")
                .forEach(error -> text.append(" [")
                        .append(error.path("pointer").asString(""))
                        .append(": ")
                        .append(error.path("detail").asString(""))
                        .append(']'));
        return text.toString();
    }
}
