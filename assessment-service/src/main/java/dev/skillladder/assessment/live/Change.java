package dev.skillladder.assessment.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something changed that a page may show. It says what, and never what it is now: a page that may see that asks for it.
 *
 * @param thing id of what changed, where there is more than one
 * @param recipient whom alone it is told; null: everybody who may read about {@code about}
 * @param about whose data it is; null with a cycle: everybody's in it
 */
public record Change(
        What what,
        @Nullable UUID thing,
        @Nullable UUID recipient,
        @Nullable UUID about) {

    /** What can change. */
    public enum What {
        /** Somebody's level, or an estimate it is made from. */
        LEVEL,
        /** The reader's inbox. */
        INBOX,
        /** A cycle, or how far it is. */
        CYCLE
    }

    /** Somebody was told something, or has read it. */
    public static Change inbox(UUID recipient) {
        return new Change(What.INBOX, null, recipient, null);
    }

    /** A cycle went on because of this person; told to those who may read about the person. */
    public static Change cycle(UUID cycle, UUID about) {
        return new Change(What.CYCLE, cycle, null, about);
    }

    /** A cycle was opened, changed, closed or reopened; told to HR, its people, who is asked in it, and managers above. */
    public static Change cycle(UUID cycle) {
        return new Change(What.CYCLE, cycle, null, null);
    }

    /** Somebody's level, or an estimate; needed only where no message on the topic of levels says so. */
    public static Change level(UUID engineer) {
        return new Change(What.LEVEL, engineer, null, engineer);
    }
}
