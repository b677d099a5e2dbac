package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a draft starts from: exactly one of the two.
 *
 * @param document any document, valid or not
 * @param basedOn a published version of the same framework
 */
record DraftStart(
        @Nullable FrameworkDocument document, @Nullable Integer basedOn) {

    /** Refuses both and neither. */
    DraftStart checked() {
        if ((document == null) == (basedOn == null)) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "bad-draft-start",
                    "Send either a document or basedOn, the number of a published version.",
                    List.of(new Fault("/document", "either this or /basedOn", null)));
        }
        return this;
    }
}
