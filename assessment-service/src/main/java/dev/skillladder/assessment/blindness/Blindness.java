package dev.skillladder.assessment.blindness;

import dev.skillladder.assessment.access.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what a reader does not see yet (docs/decisions/0010-blind-reviews.md). A fixed number of queries, however many
 * people are asked for; it does not ask whether the reader may see them at all.
 */
@Component
public class Blindness {

    private final UnreviewedPeople unreviewed;
    private final FewPeers fewPeers;

    Blindness(UnreviewedPeople unreviewed, FewPeers fewPeers) {
        this.unreviewed = unreviewed;
        this.fewPeers = fewPeers;
    }

    /** What the caller sees of these people. */
    public Sight of(Caller caller, Collection<UUID> people) {
        UUID reader = caller.engineer();
        if (reader == null) {
            return Sight.ALL; // whoever may read without being an engineer is HR
        }
        List<Hidden> hidden = new ArrayList<>();
        if (people.contains(reader)) {
            hidden.addAll(fewPeers.about(List.of(reader)));
        }
        if (!caller.hasRole("hr")) {
            Map<UUID, UUID> others = new HashMap<>();
            people.stream().filter(person -> !person.equals(reader)).forEach(person -> others.put(person, reader));
            hidden.addAll(unreviewed.by(others));
        }
        return hidden.isEmpty() ? Sight.ALL : new Sight(hidden);
    }

    /**
     * Of whom the caller sees no single voice yet: the caller was asked to review them or has begun to, or something about
     * them is hidden.
     */
    public Set<UUID> stillToReview(Caller caller, Collection<UUID> people) {
        UUID reader = caller.engineer();
        if (reader == null || caller.hasRole("hr")) {
            return Set.of();
        }
        Set<UUID> blind = unreviewed.awaited(reader, people);
        Sight sight = of(caller, people);
        people.stream().filter(person -> !sight.isWhole(person)).forEach(blind::add);
        return Set.copyOf(blind);
    }

    /**
     * What people would see who do not call now, for what they are told.
     *
     * @param readers who reads, by the person read about; whoever is HR sees more than this
     */
    public Sight ofReaders(Map<UUID, UUID> readers) {
        Map<UUID, UUID> others = new HashMap<>(readers);
        others.entrySet().removeIf(pair -> pair.getKey().equals(pair.getValue()));
        Set<UUID> selves = new HashSet<>(readers.keySet());
        selves.removeAll(others.keySet());
        List<Hidden> hidden = new ArrayList<>(fewPeers.about(selves));
        hidden.addAll(unreviewed.by(others));
        return hidden.isEmpty() ? Sight.ALL : new Sight(hidden);
    }

    /** What the caller sees of one person. */
    public Sight of(Caller caller, UUID person) {
        return of(caller, List.of(person));
    }
}
