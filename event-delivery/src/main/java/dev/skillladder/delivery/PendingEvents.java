package dev.skillladder.delivery;

import java.util.Collection;

/** Events that wait for a fact. */
public class PendingEvents {

    private final PendingRows rows;
    private final Signal drain;

    PendingEvents(PendingRows rows, Signal drain) {
        this.rows = rows;
        this.drain = drain;
    }

    /**
     * Lets everything go on that waits for one of these facts, after this transaction has committed.
     *
     * @throws IllegalStateException outside a transaction: fact and release belong together
     */
    public void release(Collection<String> facts) {
        Signal.requireTransaction("releasing pending events");
        if (!facts.isEmpty() && rows.release(facts)) {
            drain.raiseAfterCommit();
        }
    }
}
