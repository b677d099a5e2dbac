package dev.skillladder.assessment.level;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.level.FrameworkVersions.Published;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Levels from the log: role, framework version, decisions and observations as valid on a day and known at an instant. */
@Component
class PastLevels {

    private final KnownEngineers engineers;
    private final FrameworkVersions versions;
    private final ConfirmedLevels confirmedLevels;
    private final ExemptSkills exemptSkills;
    private final LeftToPeople leftToPeople;
    private final LevelRows rows;
    private final ObservationLog log;
    private final FollowedHistories followed;
    private final KnownRules rules;
    private final Clock clock;

    PastLevels(
            KnownEngineers engineers,
            FrameworkVersions versions,
            ConfirmedLevels confirmedLevels,
            ExemptSkills exemptSkills,
            LeftToPeople leftToPeople,
            LevelRows rows,
            ObservationLog log,
            FollowedHistories followed,
            KnownRules rules,
            Clock clock) {
        this.engineers = engineers;
        this.versions = versions;
        this.confirmedLevels = confirmedLevels;
        this.exemptSkills = exemptSkills;
        this.leftToPeople = leftToPeople;
        this.rows = rows;
        this.log = log;
        this.followed = followed;
        this.rules = rules;
        this.clock = clock;
    }

    Map<UUID, PersonAt> at(Collection<UUID> people, LocalDate asOf, @Nullable Instant knownAt, Sight sight) {
        Map<UUID, Facts> facts = facts(people, asOf, knownAt);
        Map<UUID, Map<PersonSkill, List<Stated>>> histories = log.of(facts.keySet(), sight).entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().engineer(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<UUID, PersonAt> found = new HashMap<>();
        facts.forEach((engineer, fact) -> found.put(
                engineer, person(engineer, fact, histories.getOrDefault(engineer, Map.of()), asOf, knownAt, sight)));
        return found;
    }

    /** What counts for one person on a day, as known now; empty without a role. */
    Optional<Facts> facts(UUID engineer, LocalDate day) {
        return Optional.ofNullable(facts(Set.of(engineer), day, null).get(engineer));
    }

    /** One person from the given facts, and the observations that the reader sees. */
    PersonAt person(
            UUID engineer,
            Facts facts,
            Map<PersonSkill, List<Stated>> histories,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Sight sight) {
        Role role = facts.role();
        ConfirmedLevel confirmed = facts.confirmed();
        Rules compiled = rules.of(role.framework(), facts.version());
        Map<String, Estimate> estimates = new HashMap<>();
        Map<String, List<Observation>> seen = PersonSkill.bySkill(
                role.framework(), followed.all(histories, role.framework(), facts.version(), asOf, knownAt));
        seen.forEach((skill, observations) -> {
            if (compiled.hasSkill(skill)) {
                Estimate estimate = Estimator.estimate(compiled, skill, observations, asOf, knownAt);
                if (estimate != null) {
                    estimates.put(skill, estimate);
                }
            }
        });
        return new PersonAt(
                engineer,
                role.framework(),
                facts.version(),
                role.role(),
                estimates,
                LevelRule.level(
                        compiled,
                        role.role(),
                        estimates,
                        seen,
                        asOf,
                        knownAt,
                        facts.exempt(),
                        confirmed == null ? null : confirmed.level()),
                confirmed,
                facts.exempt(),
                facts.leftToPeople(),
                asOf,
                knownAt,
                clock.instant(),
                sight);
    }

    private Map<UUID, Facts> facts(Collection<UUID> people, LocalDate asOf, @Nullable Instant knownAt) {
        Map<UUID, Role> roles = engineers.roles(people, asOf, knownAt);
        Map<UUID, Integer> version = versions(roles, asOf, knownAt);
        Map<UUID, Map<Role, ConfirmedLevel>> confirmed = confirmedLevels.of(people, asOf, knownAt);
        ExemptSkills.Of exempt = exemptSkills.of(people, knownAt);
        Set<UUID> left = leftToPeople.of(people, asOf, knownAt);
        Map<UUID, Facts> facts = new HashMap<>();
        roles.forEach((engineer, role) -> {
            Integer number = version.get(engineer);
            if (number != null) {
                facts.put(
                        engineer,
                        new Facts(
                                role,
                                number,
                                confirmed.getOrDefault(engineer, Map.of()).get(role),
                                exempt.skills(engineer, role.framework(), number, asOf),
                                left.contains(engineer)));
            }
        });
        return facts;
    }

    private Map<UUID, Integer> versions(Map<UUID, Role> roles, LocalDate asOf, @Nullable Instant knownAt) {
        Map<String, List<Published>> published =
                versions.of(roles.values().stream().map(Role::framework).collect(Collectors.toSet()));
        Map<UUID, StoredLevel> levels = rows.of(roles.keySet());
        Map<UUID, Integer> found = new HashMap<>();
        roles.forEach((engineer, role) -> {
            OptionalInt version = FrameworkVersions.on(
                    asOf,
                    knownAt,
                    newest(levels.get(engineer), role),
                    published.getOrDefault(role.framework(), List.of()));
            if (version.isPresent()
                    && rules.of(role.framework(), version.getAsInt()).hasRole(role.role())) {
                found.put(engineer, version.getAsInt());
            }
        });
        return found;
    }

    private static int newest(@Nullable StoredLevel level, Role role) {
        return level != null && level.framework().equals(role.framework())
                ? level.frameworkVersion()
                : Integer.MAX_VALUE;
    }

    /** What besides observations decides where a person stands. */
    record Facts(
            Role role, int version, @Nullable ConfirmedLevel confirmed, Set<String> exempt, boolean leftToPeople) {}
}
