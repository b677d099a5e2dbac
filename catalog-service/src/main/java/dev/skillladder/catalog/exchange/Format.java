package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.problem.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a framework is written down. */
public enum Format {
    /** The framework document itself. */
    JSON("application/json", "json", 16),
    /** One kind of element, one per line. */
    CSV("text/csv", "csv", 64),
    /** Skills, behaviours and requirements, one sheet each. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 64),
    /** A CFPackage of 1EdTech CASE 1.1. */
    CASE("application/json", "case.json", 16),
    /** A competency framework of Moodle; in only. */
    MOODLE("text/csv", "csv", 16),
    /** A competency framework of CTDL-ASN in JSON-LD; in only. */
    CTDL("application/ld+json", "jsonld", 16);

    private static final long MEGABYTE = 1024 * 1024;

    private final String mediaType;
    private final String extension;
    private final int megabytes;

    Format(String mediaType, String extension, int megabytes) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.megabytes = megabytes;
    }

    /** By its name in a query. */
    static Format of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.query().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(
                        "bad-format",
                        "'%s' is not a format; use one of %s."
                                .formatted(
                                        name,
                                        Arrays.stream(values())
                                                .map(Format::query)
                                                .collect(Collectors.joining(", ")))));
    }

    String query() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** Most bytes of a file: what is read row by row may be larger than what must be held as a whole. */
    long limit() {
        return megabytes * MEGABYTE;
    }
}
