package dev.skillladder.assessment.blindness;

import dev.skillladder.assessment.access.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
            hidden.addAll(fewPeers.about(reader));
        }
        if (!caller.hasRole("hr")) {
            Set<UUID> others = new HashSet<>(people);
            others.remove(reader);
            hidden.addAll(unreviewed.by(reader, others));
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

    /** What the caller sees of one person. */
    public Sight of(Caller caller, UUID person) {
        return of(caller, List.of(person));
    }
}
