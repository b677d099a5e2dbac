package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The whole new document of a draft, valid or not. */
record DraftDocument(@Nullable FrameworkDocument document) {

    FrameworkDocument required() {
        if (document == null) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "document-missing",
                    "Send the whole document as {\"document\": {…}}.",
                    List.of(new Fault("/document", "A value is missing here", null)));
        }
        return document;
    }
}
