package dev.skillladder.assessment.knownengineer;

import java.util.Collection;
import java.util.UUID;

/** Wants to know when engineers changed; called in the ingest transaction, after the rows are stored and locked. */
public interface EngineerListener {

    void changed(Collection<UUID> engineers);

    /** profile-service erased them for ever; {@link #changed} follows for those that were known. */
    default void erased(Collection<UUID> engineers) {}
}
