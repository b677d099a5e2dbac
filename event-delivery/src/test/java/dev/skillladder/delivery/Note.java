package dev.skillladder.delivery;

/**
 * A body for tests; the text says how {@link Notes} treats it.
 *
 * @param text {@code fail …} makes the handler throw after its effects, {@code refuse …} is rejected, {@code wait <fact>}
 *     waits for a fact, anything else is noted
 */
record Note(String text) {}
