package dev.skillladder.assessment.level;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.estimate.Estimates;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.estimate.StoredEstimate;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationLog;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Levels for today or a coming day from the stored estimates; the log is read only where they do not suffice. */
@Component
class CurrentLevels {

    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;
    private final Standings standings;
    private final ConfirmedLevels confirmedLevels;
    private final ExemptSkills exemptSkills;
    private final LeftToPeople leftToPeople;
    private final LevelRows rows;
    private final Estimates estimates;
    private final ObservationLog log;
    private final FollowedHistories followed;
    private final Clock clock;

    CurrentLevels(
            KnownEngineers engineers,
            KnownFrameworks frameworks,
            KnownRules rules,
            Standings standings,
            ConfirmedLevels confirmedLevels,
            ExemptSkills exemptSkills,
            LeftToPeople leftToPeople,
            LevelRows rows,
            Estimates estimates,
            ObservationLog log,
            FollowedHistories followed,
            Clock clock) {
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.rules = rules;
        this.standings = standings;
        this.confirmedLevels = confirmedLevels;
        this.exemptSkills = exemptSkills;
        this.leftToPeople = leftToPeople;
        this.rows = rows;
        this.estimates = estimates;
        this.log = log;
        this.followed = followed;
        this.clock = clock;
    }

    /**
     * Computes and stores nothing.
     *
     * @param observed whole histories of the skills that were just observed
     * @param move a newer version that those in its framework go to
     */
    Computation compute(
            Collection<UUID> people, Map<PersonSkill, List<Stated>> observed, LocalDate asOf, @Nullable Move move) {
        Map<UUID, StoredLevel> levels = rows.of(people);
        Map<UUID, Standing> standing = standings.of(engineers.roles(people, asOf, null), levels, move);
        Map<UUID, Map<PersonSkill, StoredEstimate>> stored = estimates.of(people);
        Map<PersonSkill, List<Stated>> histories = histories(observed, stored, standing, asOf, move);
        Map<UUID, Map<Role, ConfirmedLevel>> confirmed = confirmedLevels.of(people, asOf, null);
        ExemptSkills.Of exempt = exemptSkills.of(people, null);
        Set<UUID> left = leftToPeople.of(people, asOf, null);

        Changes changes = new Changes(stored);
        Map<String, OptionalInt> newest = new HashMap<>();
        Function<PersonSkill, Integer> versions = about -> version(about, standing.get(about.engineer()), newest);
        // person by person, so that one person's rows come to lie side by side
        followed.of(histories, versions, asOf).entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().engineer()))
                .values()
                .forEach(person -> person.forEach(entry -> {
                    PersonSkill about = entry.getKey();
                    int version = versions.apply(about);
                    changes.note(about, version, estimate(about, version, entry.getValue(), asOf));
                }));
        Map<UUID, Map<String, List<Observation>>> observations = observations(standing, observed, asOf);
        Instant now = clock.instant();
        Map<UUID, PersonAt> results = new HashMap<>();
        standing.forEach((engineer, place) -> results.put(
                engineer,
                person(
                        engineer,
                        place,
                        stored.getOrDefault(engineer, Map.of()).values(),
                        observations.getOrDefault(engineer, Map.of()),
                        confirmed.getOrDefault(engineer, Map.of()).get(place.role()),
                        exempt.skills(engineer, place.role().framework(), place.version(), asOf),
                        left.contains(engineer),
                        asOf,
                        now)));
        return new Computation(results, levels, changes.added(), changes.replaced(), changes.removed());
    }

    /** Histories of the skills whose stored estimates cannot be used as they are. */
    private Map<PersonSkill, List<Stated>> histories(
            Map<PersonSkill, List<Stated>> observed,
            Map<UUID, Map<PersonSkill, StoredEstimate>> stored,
            Map<UUID, Standing> standing,
            LocalDate asOf,
            @Nullable Move move) {
        Map<PersonSkill, List<Stated>> histories = new HashMap<>(observed);
        Set<PersonSkill> expired = stored.values().stream()
                .flatMap(mine -> mine.values().stream())
                .filter(estimate -> isExpired(estimate.estimate(), asOf) && !observed.containsKey(estimate.about()))
                .map(StoredEstimate::about)
                .collect(Collectors.toSet());
        if (!expired.isEmpty()) {
            expired.forEach(about -> histories.put(about, List.of()));
            histories.putAll(log.about(expired));
        }
        Map<UUID, String> anew = anew(stored, standing, move);
        if (!anew.isEmpty()) {
            log.of(anew.keySet()).forEach((about, observations) -> {
                if (about.framework().equals(anew.get(about.engineer()))) {
                    histories.put(about, observations);
                }
            });
        }
        return histories;
    }

    /** Whose estimates of which framework are to be made again from the log. */
    private Map<UUID, String> anew(
            Map<UUID, Map<PersonSkill, StoredEstimate>> stored, Map<UUID, Standing> standing, @Nullable Move move) {
        Map<UUID, String> anew = new HashMap<>();
        if (move != null) {
            // without a role in the framework nobody looks after its estimates in between
            stored.forEach((engineer, estimates) -> {
                if (estimates.values().stream().anyMatch(estimate -> isLeftBehind(estimate, move))) {
                    anew.put(engineer, move.framework());
                }
            });
        }
        standing.forEach((engineer, place) -> {
            if (place.anew()) {
                anew.put(engineer, place.role().framework());
            } else if (place.isIn(anew.get(engineer))) {
                anew.remove(engineer);
            }
        });
        return anew;
    }

    private boolean isLeftBehind(StoredEstimate estimate, Move move) {
        return estimate.about().framework().equals(move.framework())
                && estimate.frameworkVersion() < move.version()
                && rules.estimatesDiffer(move.framework(), estimate.frameworkVersion(), move.version());
    }

    /** What was said about those whose rules need more than estimates. */
    private Map<UUID, Map<String, List<Observation>>> observations(
            Map<UUID, Standing> standing, Map<PersonSkill, List<Stated>> observed, LocalDate asOf) {
        Set<UUID> wanted = standing.entrySet().stream()
                .filter(entry -> rules.of(
                                entry.getValue().role().framework(),
                                entry.getValue().version())
                        .readsObservations())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<PersonSkill, List<Stated>> histories = new HashMap<>(log.of(wanted));
        histories.putAll(observed);
        Map<UUID, Map<PersonSkill, List<Stated>>> people = histories.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().engineer(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<UUID, Map<String, List<Observation>>> found = new HashMap<>();
        wanted.forEach(engineer -> {
            Standing place = Objects.requireNonNull(standing.get(engineer));
            String framework = place.role().framework();
            found.put(
                    engineer,
                    PersonSkill.bySkill(
                            framework,
                            followed.all(
                                    people.getOrDefault(engineer, Map.of()), framework, place.version(), asOf, null)));
        });
        return found;
    }

    private int version(PersonSkill about, @Nullable Standing place, Map<String, OptionalInt> newest) {
        return place != null && place.isIn(about.framework())
                ? place.version()
                : newest.computeIfAbsent(about.framework(), frameworks::latest).orElseThrow();
    }

    private @Nullable Estimate estimate(
            PersonSkill about, int version, List<Observation> observations, LocalDate asOf) {
        Rules compiled = rules.of(about.framework(), version);
        return compiled.hasSkill(about.skill())
                ? Estimator.estimate(compiled, about.skill(), observations, asOf, null)
                : null;
    }

    private PersonAt person(
            UUID engineer,
            Standing place,
            Collection<StoredEstimate> stored,
            Map<String, List<Observation>> observations,
            @Nullable ConfirmedLevel confirmed,
            Set<String> exempt,
            boolean left,
            LocalDate asOf,
            Instant now) {
        Map<String, Estimate> bySkill = stored.stream()
                .filter(estimate -> place.isIn(estimate.about().framework()))
                .collect(Collectors.toMap(estimate -> estimate.about().skill(), StoredEstimate::estimate));
        return new PersonAt(
                engineer,
                place.role().framework(),
                place.version(),
                place.role().role(),
                bySkill,
                LevelRule.level(
                        rules.of(place.role().framework(), place.version()),
                        place.role().role(),
                        bySkill,
                        observations,
                        asOf,
                        null,
                        exempt,
                        confirmed == null ? null : confirmed.level()),
                confirmed,
                exempt,
                left,
                asOf,
                null,
                now,
                Sight.ALL);
    }

    private static boolean isExpired(Estimate estimate, LocalDate asOf) {
        return estimate.expiresOn() != null && !estimate.expiresOn().isAfter(asOf);
    }
}
