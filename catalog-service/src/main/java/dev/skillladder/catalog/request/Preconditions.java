package dev.skillladder.catalog.request;

import dev.skillladder.catalog.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Entity tags of drafts: the revision, quoted. */
public final class Preconditions {

    private Preconditions() {}

    /** The tag of a revision. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses an edit that does not say which revision it is based on; {@code *} does not say it. */
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "Send If-Match with the ETag you read, so that nobody's change is overwritten.");
        }
        return ifMatch.strip();
    }

    /** Refuses an edit of another revision than the current one. */
    public static void check(@Nullable String ifMatch, long revision) {
        if (ifMatch != null && !ifMatch.strip().equals(etag(revision))) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "lost-race",
                    "Somebody changed this meanwhile: its ETag is %s now, not %s. Read it again and repeat your change."
                            .formatted(etag(revision), ifMatch));
        }
    }
}
