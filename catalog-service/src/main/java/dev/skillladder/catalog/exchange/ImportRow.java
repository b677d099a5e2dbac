package dev.skillladder.catalog.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What an import does, or refuses to do, with one element.
 *
 * @param number its order, from 1
 * @param place where the file says so; of a removed element, the file that no longer has it
 * @param reason why it is refused, and what to do
 */
record ImportRow(
        int number,
        Outcome outcome,
        Element element,
        Place place,
        @Nullable String reason) {

    /** What becomes of an element. */
    enum Outcome {
        /** It is new. */
        ADDED,
        /** It differs from what is there. */
        CHANGED,
        /** It is there already, just so. */
        UNCHANGED,
        /** The file is the whole framework and does not have it. */
        REMOVED,
        /** It cannot be read or placed. */
        REFUSED
    }
}
