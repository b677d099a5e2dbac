package dev.skillladder.catalog.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was created.
 *
 * @param etag for the first {@code If-Match}
 */
record StartedDraft(UUID id, String framework, @Nullable Integer basedOn, Instant updatedAt, String etag) {}
