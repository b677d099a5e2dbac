package dev.skillladder.assessment.live;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.HeardPeers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What waits to be sent to one open page. */
final class Stream {

    /** A page that is this far behind is told to read anew. */
    private static final int MOST_WAITING = 5_000;

    private final Caller reader;
    private final Instant until;
    private final BlockingQueue<Told> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean reload = new AtomicBoolean();
    private volatile boolean ended;
    private volatile HeardPeers.@Nullable Heard heard;

    /** @param until when the reader's token ends */
    Stream(Caller reader, Instant until) {
        this.reader = reader;
        this.until = until;
    }

    /**
     * A change and how far the stream is with it.
     *
     * @param change null: nothing changed, the stream only goes on
     */
    record Told(@Nullable Change change, Position position) {}

    Caller reader() {
        return reader;
    }

    boolean isOf(String person) {
        return reader.subject().equals(person);
    }

    boolean isOver(Instant now) {
        return ended || !now.isBefore(until);
    }

    /** What the reader could see of themselves when last told about it; null before, and for who is no engineer. */
    HeardPeers.@Nullable Heard heard() {
        return heard;
    }

    void heard(HeardPeers.Heard now) {
        heard = now;
    }

    Instant until() {
        return until;
    }

    /** Ends it soon, after what is being written. */
    void end() {
        ended = true;
        waiting.clear();
        offer(new Told(null, new Position(0, List.of())));
    }

    void offer(Told told) {
        if (!waiting.offer(told)) {
            reload();
        }
    }

    /** The page cannot be told one by one what it missed. */
    void reload() {
        reload.set(true);
    }

    boolean takeReload() {
        return reload.getAndSet(false);
    }

    /**
     * Waits for something to send and takes all there is, each change once.
     *
     * @return changes with the position after the last of them; empty after the wait
     */
    List<Told> take(long waitMillis) throws InterruptedException {
        Told first = waiting.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Told> all = new ArrayList<>(List.of(first));
        waiting.drainTo(all);
        SequencedMap<Change, Told> each = new LinkedHashMap<>();
        for (Told told : all) {
            if (told.change() != null) {
                each.putLast(told.change(), told);
            }
        }
        return List.copyOf(each.sequencedValues());
    }
}
