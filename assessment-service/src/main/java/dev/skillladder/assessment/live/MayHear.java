package dev.skillladder.assessment.live;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.HeardPeers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which changes a reader may hear of at this moment, for all that wait together in a few queries. */
@Component
class MayHear {

    private final Access access;
    private final ConcernedByCycles cycles;
    private final HeardPeers peers;

    MayHear(Access access, ConcernedByCycles cycles, HeardPeers peers) {
        this.access = access;
        this.cycles = cycles;
        this.peers = peers;
    }

    /** To be remembered when a stream begins: a peer who answers later is told by nothing but the next level. */
    void begin(Stream stream) {
        UUID self = stream.reader().engineer();
        if (self != null) {
            stream.heard(peers.by(self));
        }
    }

    List<Change> of(Stream stream, List<Change> changes) {
        Caller reader = stream.reader();
        Set<UUID> readable = access.readable(
                reader,
                changes.stream()
                        .filter(change -> change.recipient() == null)
                        .map(Change::about)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        Set<UUID> concerned = cycles.heardBy(
                reader,
                changes.stream()
                        .filter(MayHear::isWholeCycle)
                        .map(change -> Objects.requireNonNull(change.thing()))
                        .collect(Collectors.toSet()));
        return changes.stream()
                .filter(change -> change.recipient() == null
                        ? isWholeCycle(change)
                                ? concerned.contains(Objects.requireNonNull(change.thing()))
                                : change.about() != null && readable.contains(change.about())
                        : reader.is(change.recipient()))
                .filter(change -> !isHidden(stream, change))
                .toList();
    }

    private static boolean isWholeCycle(Change change) {
        return change.what() == Change.What.CYCLE && change.recipient() == null && change.about() == null;
    }

    /** A person is not told of a level that only peers changed whom the person may not hear yet. */
    private boolean isHidden(Stream stream, Change change) {
        UUID self = stream.reader().engineer();
        if (self == null || change.what() != Change.What.LEVEL || !self.equals(change.about())) {
            return false;
        }
        HeardPeers.Heard before = stream.heard();
        HeardPeers.Heard now = peers.by(self);
        stream.heard(now);
        return before != null && now.addsOnlyHidden(before);
    }
}
