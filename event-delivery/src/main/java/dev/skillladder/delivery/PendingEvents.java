package dev.skillladder.delivery;

import java.util.Collection;

/** Events that wait for a fact. */
public class PendingEvents {

    /** Lets everything go on that waits for one of these facts, after this transaction has committed. */
    public void release(Collection<String> facts) {
        throw new IllegalStateException("not yet: " + facts);
    }
}
