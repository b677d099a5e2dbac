package dev.skillladder.contract.catalog;

import java.util.UUID;

/** A curator gives a run up. Topic {@code catalog.impact-requests}, key {@code run}; after the end of the run it means nothing. */
public record ImpactCancelled(UUID run) {

    public static final String TYPE = "dev.skillladder.catalog.impact-cancelled.v1";
}
