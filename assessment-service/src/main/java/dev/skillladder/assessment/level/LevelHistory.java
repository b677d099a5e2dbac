package dev.skillladder.assessment.level;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.level.PastLevels.Facts;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationLog;
import dev.skillladder.assessment.observation.PersonSkill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** One point per UTC day on which something changed, as known now: derived from the log and the dated facts. */
@Component
class LevelHistory {

    /** Most days looked at, newest first: years of weekly reviews. */
    private static final int MOST_DAYS = 1_000;

    private final PastLevels past;
    private final DatedFacts datedFacts;
    private final ObservationLog log;

    LevelHistory(PastLevels past, DatedFacts datedFacts, ObservationLog log) {
        this.past = past;
        this.datedFacts = datedFacts;
        this.log = log;
    }

    /** Oldest first, up to today. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<HistoryPoint> of(UUID engineer, LocalDate today, Sight sight) {
        Map<PersonSkill, List<Stated>> observations = log.of(List.of(engineer), sight);
        NavigableMap<LocalDate, Optional<Facts>> facts = new TreeMap<>();
        datedFacts.days(engineer, today).forEach(day -> facts.put(day, past.facts(engineer, day)));
        NavigableSet<LocalDate> days = new TreeSet<>(facts.keySet());
        observations
                .values()
                .forEach(skill -> skill.stream().map(Stated::observation).forEach(observation -> {
                    days.add(observation.observedOn());
                    LocalDate last = observation.validUntil();
                    if (last != null) {
                        days.add(last.plusDays(1));
                    }
                }));
        return points(engineer, observations, facts, newest(days, today), today, sight);
    }

    private List<HistoryPoint> points(
            UUID engineer,
            Map<PersonSkill, List<Stated>> observations,
            NavigableMap<LocalDate, Optional<Facts>> facts,
            NavigableSet<LocalDate> days,
            LocalDate today,
            Sight sight) {
        List<HistoryPoint> points = new ArrayList<>();
        for (int looked = 0; !days.isEmpty() && looked < MOST_DAYS; looked++) {
            LocalDate day = days.removeFirst();
            var then = facts.floorEntry(day);
            if (then == null || then.getValue().isEmpty()) {
                continue;
            }
            PersonAt person = past.person(engineer, then.getValue().get(), observations, day, null, sight);
            LocalDate ages = person.result().recomputeOn();
            if (ages != null && !ages.isAfter(today)) {
                days.add(ages);
            }
            HistoryPoint point = HistoryPoint.of(person);
            if (points.isEmpty() || !point.saysTheSameAs(points.getLast())) {
                points.add(point);
            }
        }
        return points;
    }

    private static NavigableSet<LocalDate> newest(NavigableSet<LocalDate> days, LocalDate today) {
        NavigableSet<LocalDate> newest = new TreeSet<>(days.headSet(today, true));
        while (newest.size() > MOST_DAYS) {
            newest.removeFirst();
        }
        return newest;
    }
}
