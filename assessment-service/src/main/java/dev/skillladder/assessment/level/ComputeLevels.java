package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.Estimates;
import dev.skillladder.assessment.knownengineer.EngineerListener;
import dev.skillladder.assessment.level.ProposalListener.Proposed;
import dev.skillladder.assessment.live.Change;
import dev.skillladder.assessment.live.LiveChanges;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationListener;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes estimates and levels as of today, stores what changed, and tells every level that says something new. Callers
 * hold the engineers' locks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ComputeLevels implements ObservationListener, EngineerListener {

    private final CurrentLevels current;
    private final Standings standings;
    private final Boundaries boundaries;
    private final Estimates estimates;
    private final LevelRows rows;
    private final Outbox outbox;
    private final List<ProposalListener> proposalListeners;
    private final LiveChanges live;
    private final Clock clock;

    ComputeLevels(
            CurrentLevels current,
            Standings standings,
            Boundaries boundaries,
            Estimates estimates,
            LevelRows rows,
            Outbox outbox,
            List<ProposalListener> proposalListeners,
            LiveChanges live,
            Clock clock) {
        this.live = live;
        this.current = current;
        this.standings = standings;
        this.boundaries = boundaries;
        this.estimates = estimates;
        this.rows = rows;
        this.outbox = outbox;
        this.proposalListeners = List.copyOf(proposalListeners);
        this.clock = clock;
    }

    @Override
    public void observed(Map<PersonSkill, List<Stated>> histories) {
        compute(histories.keySet().stream().map(PersonSkill::engineer).collect(Collectors.toSet()), histories, null);
    }

    @Override
    public void changed(Collection<UUID> engineers) {
        compute(Set.copyOf(engineers), Map.of(), null);
    }

    /** Takes those who are assigned to the framework to the version, together with their results. */
    public void move(Collection<UUID> engineers, Move move) {
        compute(Set.copyOf(engineers), Map.of(), move);
    }

    /** Lets nobody start on an older version until this transaction, which stores a newer one, has ended. */
    public void holdStarts() {
        standings.holdStarts();
    }

    private void compute(Set<UUID> engineers, Map<PersonSkill, List<Stated>> observed, @Nullable Move move) {
        if (engineers.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Computation computation = current.compute(engineers, observed, today, move);
        estimates.add(computation.added());
        estimates.replace(computation.replaced());
        estimates.remove(computation.removed());
        storeLevels(computation, boundaries.nextAfter(today, engineers));
    }

    private void storeLevels(Computation computation, Map<UUID, LocalDate> roleChanges) {
        List<StoredLevel> changed = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Map<UUID, Proposed> proposed = new HashMap<>();
        computation.people().forEach((engineer, person) -> {
            StoredLevel before = computation.rows().get(engineer);
            StoredLevel after = row(person, before, roleChanges.get(engineer));
            if (!after.saysTheSameAs(before)) {
                changed.add(after);
                if (after.verified() != null && after.isProposedAfter(before)) {
                    proposed.put(
                            engineer,
                            new Proposed(after.framework(), after.role(), after.verified(), after.verifiedSince()));
                }
                if (before == null
                        || !after.event()
                                .equals(before.withComputedAt(after.computedAt())
                                        .event())) {
                    events.add(new Event(Topics.LEVELS, engineer.toString(), LevelComputed.TYPE, after.event()));
                }
            }
        });
        rows.store(changed);
        List<UUID> gone = computation.rows().keySet().stream()
                .filter(engineer -> !computation.people().containsKey(engineer))
                .toList();
        rows.remove(gone);
        outbox.addAll(events);
        tellEstimates(computation, events);
        if (!proposed.isEmpty()) {
            proposalListeners.forEach(listener -> listener.proposed(proposed));
        }
        gone.forEach(engineer -> outbox.erase(Topics.LEVELS, engineer.toString()));
    }

    /** Open pages hear of levels by their events; of estimates that leave the event as it is, by this. */
    private void tellEstimates(Computation computation, List<Event> events) {
        Set<String> told = events.stream().map(Event::key).collect(Collectors.toSet());
        live.tell(computation
                .skills()
                .map(PersonSkill::engineer)
                .distinct()
                .filter(engineer -> !told.contains(engineer.toString()))
                .map(Change::level)
                .toList());
    }

    private static StoredLevel row(PersonAt person, @Nullable StoredLevel before, @Nullable LocalDate roleChange) {
        LevelResult result = person.result();
        var now = person.computedAt().truncatedTo(ChronoUnit.MICROS);
        boolean sameLevel = before != null
                && before.framework().equals(person.framework())
                && before.role().equals(person.role())
                && Objects.equals(before.verified(), result.verified());
        Stream<@Nullable LocalDate> expiries =
                person.estimates().values().stream().map(e -> e.expiresOn());
        return new StoredLevel(
                person.engineer(),
                person.framework(),
                person.version(),
                person.role(),
                person.asOf(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.levels().stream().map(LevelOutcome::pLow).toList(),
                result.levels().stream().map(LevelOutcome::pHigh).toList(),
                Stream.concat(expiries, Stream.of(result.recomputeOn(), roleChange))
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                sameLevel && before != null ? before.verifiedSince() : now,
                now);
    }
}
