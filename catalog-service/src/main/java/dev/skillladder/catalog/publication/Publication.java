package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.framework.PublishedVersion;
import java.util.function.IntFunction;

/**
 * The outcome of publishing.
 *
 * @param created false if nothing differed from the newest version, which is then the one given here
 */
record Publication(PublishedVersion version, boolean created) {

    static Publication remembered(String result, IntFunction<PublishedVersion> versions) {
        boolean created = result.startsWith(Result.CREATED);
        int number = Integer.parseInt(result.substring(result.indexOf(' ') + 1));
        return new Publication(versions.apply(number), created);
    }

    /** What is remembered of it, in a word and a number. */
    record Result(int version, boolean created) {

        static final String CREATED = "created";

        @Override
        public String toString() {
            return (created ? CREATED : "unchanged") + " " + version;
        }
    }
}
