package dev.skillladder.assessment.level;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Learns in the same transaction for whom the rule proposes a level that it did not propose before. */
public interface ProposalListener {

    /**
     * A level is proposed.
     *
     * @param levels by engineer
     */
    void proposed(Map<UUID, Proposed> levels);

    /** A level of a role, verified since {@code since}. */
    record Proposed(String framework, String role, String level, Instant since) {}
}
