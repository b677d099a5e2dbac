package dev.skillladder.assessment.evaluate;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One case as it is sent; what is missing is found by {@link CheckCase}.
 *
 * @param framework a whole framework document, or {@code {"id", "version"}} of a published one
 * @param asOf the day; observations of later days do not count
 * @param knownAt only what was recorded up to then counts; everything if absent
 * @param confirmed level a person decided, if any
 */
record Case(
        @Nullable JsonNode framework,
        @Nullable String role,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String confirmed,
        @Nullable List<@Nullable Seen> observations) {

    /**
     * One observation; kind, source, skill, value and observedOn are needed.
     *
     * @param quality 1 if absent
     * @param revision 1 if absent
     * @param retracted false if absent
     * @param recordedAt start of {@code observedOn} if absent
     * @param eventId empty if absent
     */
    record Seen(
            @Nullable String skill,
            @Nullable Kind kind,
            @Nullable String source,
            @Nullable Double value,
            @Nullable LocalDate observedOn,
            @Nullable Double quality,
            @Nullable Long revision,
            @Nullable Boolean retracted,
            @Nullable LocalDate validUntil,
            @Nullable Instant recordedAt,
            @Nullable String eventId) {}

    /** A published version. */
    record Reference(@Nullable String id, @Nullable Integer version) {}
}
