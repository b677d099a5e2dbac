package dev.skillladder.assessment.observation;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of one person's log, newest first. */
record ObservationPage(List<Item> items, @Nullable String next) {

    /**
     * One observation.
     *
     * @param source rater or item; null for a peer, who is never named
     * @param origin review or item; null for a peer
     */
    record Item(
            String framework,
            int frameworkVersion,
            String skill,
            Kind kind,
            @Nullable String source,
            @Nullable String origin,
            double value,
            double quality,
            LocalDate observedOn,
            Instant recordedAt,
            long revision,
            boolean retracted,
            @Nullable LocalDate validUntil) {}
}
