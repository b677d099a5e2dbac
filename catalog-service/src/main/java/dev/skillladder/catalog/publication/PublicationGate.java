package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.problem.Refusal;

/** Has a word before a valid draft that changes more than texts takes the place of an earlier version. */
public interface PublicationGate {

    /**
     * Lets the draft pass; the framework is locked.
     *
     * @throws Refusal if it must not be published yet, with what to do
     */
    void check(Draft draft, PublishedVersion newest);
}
