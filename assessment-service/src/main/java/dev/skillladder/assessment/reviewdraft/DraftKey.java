package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.contract.assessment.Kind;
import java.util.UUID;

/** Whose draft about whom: there is one at most. */
public record DraftKey(UUID rater, UUID subject, Kind kind) {}
