package dev.skillladder.profile.edit;

import dev.skillladder.profile.problem.BadParameter;
import dev.skillladder.profile.problem.ChangedMeanwhile;
import dev.skillladder.profile.problem.PreconditionMissing;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision an edit is based on: the header {@code If-Match}, empty if there was none. */
public record IfMatch(List<String> tags) {

    private static final Pattern LIST =
            Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]*\"(\\s*,\\s*(W/)?\"[\\x21\\x23-\\x7e]*\")*");

    public static IfMatch of(@Nullable String header) {
        if (header == null) {
            return new IfMatch(List.of());
        }
        if (!LIST.matcher(header.strip()).matches()) {
            throw new BadParameter("If-Match must be the ETag of an earlier answer, with its quotes.");
        }
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).toList());
    }

    /** The ETag of a revision. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses an edit of what is now at this revision, unless it is based on it. */
    public void require(long revision) {
        if (tags.isEmpty()) {
            throw new PreconditionMissing(
                    "This exists already. Read it, and send its ETag as If-Match to replace exactly what you have seen.");
        }
        if (!tags.contains("*") && !tags.contains(etag(revision))) {
            throw new ChangedMeanwhile("Somebody else changed this; it is now at revision " + revision
                    + ". Read it again and repeat your change on that.");
        }
    }

    /** Refuses to create what an edit expects to exist. */
    public void requireNothing() {
        if (!tags.isEmpty()) {
            throw new ChangedMeanwhile("This does not exist, so nothing matches. Leave out If-Match to create it.");
        }
    }
}
