package dev.skillladder.assessment.live;

import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a use case leaves what open pages are to be told, in its own transaction. Changed levels need no call: every
 * instance reads them from their topic.
 */
@Component
public class LiveChanges {

    private final StoredChanges stored;
    private final Wake wake;
    private final Clock clock;

    LiveChanges(StoredChanges stored, Wake wake, Clock clock) {
        this.stored = stored;
        this.wake = wake;
        this.clock = clock;
    }

    /** All instances hear of it after the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        stored.add(changes, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.everybody();
            }
        });
    }
}
