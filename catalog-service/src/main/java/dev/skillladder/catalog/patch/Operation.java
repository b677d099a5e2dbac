package dev.skillladder.catalog.patch;

import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a patch.
 *
 * @param at its place in the patch, as a pointer
 */
record Operation(String at, JsonNode json) {

    String name() {
        JsonNode name = json.get("op");
        if (name == null || !name.isString()) {
            throw malformed(at + "/op", "A value is missing here");
        }
        return name.asString();
    }

    Pointer pointer(String property) {
        JsonNode pointer = json.get(property);
        if (pointer == null || !pointer.isString() || !Pointer.isValid(pointer.asString())) {
            throw malformed(at + "/" + property, "Expected a JSON Pointer (RFC 6901)");
        }
        return Pointer.of(pointer.asString());
    }

    /** Null as a value is a value; an absent one is a mistake. */
    JsonNode value() {
        @Nullable JsonNode value = json.get("value");
        if (value == null) {
            throw malformed(at + "/value", "A value is missing here");
        }
        return value;
    }

    Refusal refused(String property, String detail) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "patch-not-applicable",
                "The patch does not fit the draft, and nothing of it was applied; see errors. Read the draft again.",
                List.of(new Fault(at + "/" + property, detail, null)));
    }

    static Refusal malformed(String pointer, String detail) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "bad-patch",
                "The body is not a JSON Patch (RFC 6902); see errors, whose pointers lead into it.",
                List.of(new Fault(pointer, detail, null)));
    }
}
