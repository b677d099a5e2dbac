package dev.skillladder.assessment.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hands what this instance hears of to its streams, and remembers the newest changed levels for streams that resume.
 * Whatever moves the position reaches every stream in the same step, so that an id never promises more than was sent.
 */
@Component
class Feed {

    private final LiveSettings settings;
    private final Set<Stream> streams = new LinkedHashSet<>();
    private final Deque<Remembered> remembered = new ArrayDeque<>();

    private long stored;

    /** Next offset by partition; empty until the topic was found. */
    private final List<Long> levels = new ArrayList<>();

    /** From which offset on each partition is remembered without a gap. */
    private final List<Long> complete = new ArrayList<>();

    Feed(LiveSettings settings) {
        this.settings = settings;
    }

    private record Remembered(int partition, long offset, UUID engineer) {}

    /** A stream's way into the feed. */
    record Start(Position position, Optional<List<UUID>> missedLevels) {}

    /**
     * Adds a stream.
     *
     * @param last where it was, empty for a new one
     * @return the levels it missed, empty if not all of them are known any more
     */
    synchronized Start join(Stream stream, Optional<Position> last) {
        streams.add(stream);
        return new Start(position(), last.isEmpty() ? Optional.of(List.of()) : missed(last.get()));
    }

    synchronized void leave(Stream stream) {
        streams.remove(stream);
    }

    synchronized long streamsOf(String person) {
        return streams.stream().filter(stream -> stream.isOf(person)).count();
    }

    /** The topic was found, or found anew: what came in between is not known. */
    synchronized void levelsFrom(List<Long> offsets) {
        boolean gap = !levels.equals(offsets);
        levels.clear();
        levels.addAll(offsets);
        complete.clear();
        complete.addAll(offsets);
        remembered.clear();
        if (gap) {
            streams.forEach(Stream::reload);
        }
    }

    synchronized void levelChanged(int partition, long offset, UUID engineer) {
        levels.set(partition, offset + 1);
        remembered.addLast(new Remembered(partition, offset, engineer));
        if (remembered.size() > settings.remembered()) {
            Remembered forgotten = remembered.removeFirst();
            complete.set(forgotten.partition(), forgotten.offset() + 1);
        }
        tell(Change.level(engineer));
    }

    synchronized void changed(long id, Change change) {
        stored = Math.max(stored, id);
        tell(change);
    }

    /** Where the table ended when this instance began to listen. */
    synchronized void storedFrom(long id) {
        stored = Math.max(stored, id);
    }

    synchronized Position position() {
        return new Position(stored, levels);
    }

    synchronized Collection<Stream> all() {
        return List.copyOf(streams);
    }

    private void tell(Change change) {
        Position position = position();
        streams.forEach(stream -> stream.offer(new Stream.Told(change, position)));
    }

    private Optional<List<UUID>> missed(Position last) {
        if (levels.isEmpty() || last.levels().size() != levels.size()) {
            return Optional.empty();
        }
        for (int partition = 0; partition < levels.size(); partition++) {
            if (last.levels().get(partition) < complete.get(partition)) {
                return Optional.empty();
            }
        }
        return Optional.of(remembered.stream()
                .filter(level -> level.offset() >= last.levels().get(level.partition()))
                .map(Remembered::engineer)
                .distinct()
                .toList());
    }
}
