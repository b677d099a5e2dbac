package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.document.Texts;
import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * A text that somebody looked at in both languages.
 *
 * @param text where it is, by ids as in {@code outOfDate}, for example {@code /skills/java/name}
 */
record ConfirmedText(@Nullable String text) {

    /** Refuses a text that the document does not have. */
    void requireIn(JsonNode document) {
        if (text == null || !Texts.in(document).containsKey(text)) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "text-not-found",
                    "The draft has no text there. Send the path of a text by ids, as in outOfDate.",
                    List.of(new Fault("/text", "There is no such text", null)));
        }
    }
}
