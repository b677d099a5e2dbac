package dev.skillladder.assessment.request;

import dev.skillladder.assessment.problem.ChangedMeanwhile;
import dev.skillladder.assessment.problem.PreconditionMissing;
import org.jspecify.annotations.Nullable;

/** An edit says which revision it is based on. */
public final class IfMatch {

    private IfMatch() {}

    /** The ETag of a revision. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses an edit that does not say what it is based on, or is based on something older. */
    public static void require(@Nullable String header, long revision) {
        if (header == null || header.isBlank()) {
            throw new PreconditionMissing("Send the ETag of the revision you read as If-Match.");
        }
        requireIfGiven(header, revision);
    }

    /** The same for what is known by its content. */
    public static void require(@Nullable String header, String etag) {
        if (header == null || header.isBlank()) {
            throw new PreconditionMissing("Send the ETag of what you looked at as If-Match.");
        }
        if (!header.strip().equals(etag)) {
            throw new ChangedMeanwhile("It was changed meanwhile: look at it again before you go on.");
        }
    }

    /** Refuses an edit that is based on something older; without a header it is taken as it comes. */
    public static void requireIfGiven(@Nullable String header, long revision) {
        if (header != null && !header.isBlank() && !header.strip().equals(etag(revision))) {
            throw new ChangedMeanwhile(
                    "It was changed meanwhile: the current ETag is %s. Read it again and repeat the edit."
                            .formatted(etag(revision)));
        }
    }
}
