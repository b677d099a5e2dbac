package dev.skillladder.contract.catalog;

import java.time.Instant;

/**
 * A framework version became immutable and valid for everybody. Topic {@code catalog.frameworks}, key
 * {@code <framework>:<version>}.
 *
 * @param framework slug of the framework
 * @param version 1, 2, 3 … without gaps
 * @param textOnly only texts changed since the version before: nobody is recomputed
 * @param publishedAt when a curator published it
 * @param digest SHA-256 of the document's canonical JSON, lower-case hex
 */
public record FrameworkPublished(
        String framework,
        int version,
        boolean textOnly,
        Instant publishedAt,
        String digest,
        FrameworkDocument document) {

    public static final String TYPE = "dev.skillladder.catalog.framework-published.v1";

    /** The record's key. */
    public static String key(String framework, int version) {
        return framework + ":" + version;
    }
}
