package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.exceptions.PreconditionFailedException;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose token was checked before. */
final class Asked extends Context {

    private final boolean patch;
    private final @Nullable String ifMatch;

    /**
     * @param patch what is not in the resource was taken away; in a PUT it was only left out
     * @param ifMatch the header
     */
    Asked(boolean patch, @Nullable String ifMatch) {
        super(new Checked());
        this.patch = patch;
        this.ifMatch = ifMatch;
    }

    /** Refuses a change of what has changed since it was read; revisions are compared under the row's lock. */
    static void require(Context context, long revision) {
        if (context instanceof Asked asked
                && asked.ifMatch != null
                && Arrays.stream(asked.ifMatch.split(","))
                        .map(String::strip)
                        .noneMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals("\"" + revision + "\""))) {
            throw new PreconditionFailedException("Somebody else changed this meanwhile. Read it again.");
        }
    }

    static boolean byPatch(Context context) {
        return context instanceof Asked asked && asked.patch;
    }

    private static final class Checked implements Authorization {

        @Override
        public Set<String> getClientRoles() {
            return Set.of();
        }

        @Override
        public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
            return true;
        }
    }
}
