package dev.skillladder.assessment.level;

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
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes everybody from the log, each as of the day and by the version their stored level names, and compares. It
 * shares only the pure engine and the tables' readers with the way levels are made.
 */
@Component
public class VerifyLevels {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;
    private final ConfirmedLevels confirmedLevels;
    private final ExemptSkills exemptSkills;
    private final LeftToPeople leftToPeople;
    private final LevelRows rows;
    private final Estimates estimates;
    private final ObservationLog log;
    private final FollowedHistories followed;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    VerifyLevels(
            JdbcClient jdbc,
            KnownEngineers engineers,
            KnownFrameworks frameworks,
            KnownRules rules,
            ConfirmedLevels confirmedLevels,
            ExemptSkills exemptSkills,
            LeftToPeople leftToPeople,
            LevelRows rows,
            Estimates estimates,
            ObservationLog log,
            FollowedHistories followed,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.rules = rules;
        this.confirmedLevels = confirmedLevels;
        this.exemptSkills = exemptSkills;
        this.leftToPeople = leftToPeople;
        this.rows = rows;
        this.estimates = estimates;
        this.log = log;
        this.followed = followed;
        this.clock = clock;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** In batches, each in its own snapshot, so that work may go on meanwhile. */
    public Verification everybody() {
        Findings findings = new Findings();
        UUID after = new UUID(0, 0);
        List<UUID> batch;
        do {
            UUID last = after;
            batch = snapshot.execute(_ -> {
                List<UUID> people = people(last);
                verify(people, findings);
                return people;
            });
            after = batch.isEmpty() ? after : batch.getLast();
        } while (!batch.isEmpty());
        return findings.verification();
    }

    private List<UUID> people(UUID after) {
        return jdbc.sql("""
                        select engineer from known_engineer
                        where engineer > :after order by engineer limit :batch
                        """)
                .param("after", after)
                .param("batch", BATCH)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }

    private void verify(List<UUID> people, Findings findings) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Map<UUID, Map<PersonSkill, List<Stated>>> histories = log.of(people).entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().engineer(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<UUID, Map<PersonSkill, StoredEstimate>> stored = estimates.of(people);
        Map<UUID, StoredLevel> levels = rows.of(people);
        Map<UUID, Role> roles = engineers.roles(people, today, null);
        Map<UUID, Map<Role, ConfirmedLevel>> confirmed = confirmedLevels.of(people, today, null);
        ExemptSkills.Of exempt = exemptSkills.of(people, null);
        Set<UUID> left = leftToPeople.of(people, today, null);
        for (UUID person : people) {
            StoredLevel level = levels.get(person);
            Map<PersonSkill, List<Stated>> history = histories.getOrDefault(person, Map.of());
            findings.person(history);
            Map<String, Estimate> computed =
                    estimates(stored.getOrDefault(person, Map.of()), history, level, today, findings);
            if (level != null) {
                Role role = new Role(level.framework(), level.role());
                level(
                        level,
                        computed,
                        history,
                        confirmed.getOrDefault(person, Map.of()).get(role),
                        exempt.skills(person, level.framework(), level.frameworkVersion(), level.asOf()),
                        left.contains(person),
                        findings);
            }
            role(person, level, roles.get(person), today, findings);
        }
    }

    /** The recomputed estimates of the level's framework. */
    private Map<String, Estimate> estimates(
            Map<PersonSkill, StoredEstimate> stored,
            Map<PersonSkill, List<Stated>> histories,
            @Nullable StoredLevel level,
            LocalDate today,
            Findings findings) {
        Map<String, Estimate> computed = new HashMap<>();
        LocalDate asOf = level == null ? today : level.asOf();
        Seen seen = new Seen(histories, asOf);
        Set<PersonSkill> skills = new HashSet<>(stored.keySet());
        skills.addAll(histories.keySet());
        if (level != null) {
            skills.addAll(seen.in(level.framework(), level.frameworkVersion()).keySet());
        }
        for (PersonSkill about : skills) {
            StoredEstimate before = stored.get(about);
            boolean counts = level != null && level.framework().equals(about.framework());
            int version = counts && level != null
                    ? level.frameworkVersion()
                    : before != null
                            ? before.frameworkVersion()
                            : frameworks.latest(about.framework()).orElseThrow();
            Rules compiled = rules.of(about.framework(), version);
            Estimate estimate = compiled.hasSkill(about.skill())
                    ? Estimator.estimate(
                            compiled,
                            about.skill(),
                            seen.in(about.framework(), version).getOrDefault(about, List.of()),
                            asOf,
                            null)
                    : null;
            findings.estimate(about, before == null ? null : before.estimate(), estimate);
            if (counts && estimate != null) {
                computed.put(about.skill(), estimate);
            }
        }
        return computed;
    }

    private void level(
            StoredLevel level,
            Map<String, Estimate> computed,
            Map<PersonSkill, List<Stated>> history,
            @Nullable ConfirmedLevel confirmed,
            Set<String> exempt,
            boolean left,
            Findings findings) {
        Rules compiled = rules.of(level.framework(), level.frameworkVersion());
        LevelResult computedAgain = LevelRule.level(
                compiled,
                level.role(),
                computed,
                PersonSkill.bySkill(
                        level.framework(),
                        new Seen(history, level.asOf()).in(level.framework(), level.frameworkVersion())),
                level.asOf(),
                null,
                exempt,
                confirmed == null ? null : confirmed.level());
        findings.level(level, level.withResult(left ? computedAgain.leftToPeople() : computedAgain));
    }

    /** One person's observations as versions see them. */
    private class Seen {

        private final Map<PersonSkill, List<Stated>> histories;
        private final LocalDate asOf;
        private final Map<Version, Map<PersonSkill, List<Observation>>> found = new HashMap<>();

        Seen(Map<PersonSkill, List<Stated>> histories, LocalDate asOf) {
            this.histories = histories;
            this.asOf = asOf;
        }

        Map<PersonSkill, List<Observation>> in(String framework, int version) {
            return found.computeIfAbsent(
                    new Version(framework, version), _ -> followed.all(histories, framework, version, asOf, null));
        }
    }

    private record Version(String framework, int version) {}

    /** Days on which roles begin or end are looked after by the ageing job; until it ran they are no difference. */
    private void role(
            UUID person, @Nullable StoredLevel level, @Nullable Role role, LocalDate today, Findings findings) {
        Role held = level == null ? null : new Role(level.framework(), level.role());
        boolean due =
                level != null && level.changesOn() != null && !level.changesOn().isAfter(today);
        boolean placeable = role != null
                && frameworks.latest(role.framework()).isPresent()
                && rules.of(
                                role.framework(),
                                frameworks.latest(role.framework()).getAsInt())
                        .hasRole(role.role());
        if (!due && !Objects.equals(held, placeable ? role : null)) {
            findings.add(person, "role", String.valueOf(held), String.valueOf(role));
        }
    }
}
