package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Line;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.WhatIf;
import dev.skillladder.engine.declarative.OwnRule.Reasoning;
import dev.skillladder.engine.declarative.RuleLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an engineer's objection and finds the second person for it. */
@Component
class OpenContest {

    private final KnownEngineers engineers;
    private final Levels levels;
    private final KnownRules rules;
    private final CountedObservations counted;
    private final SkillsNow skillsNow;
    private final Contests contests;
    private final SecondPerson secondPerson;
    private final ContestSettings settings;
    private final TellSecondPerson tell;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenContest(
            KnownEngineers engineers,
            Levels levels,
            KnownRules rules,
            CountedObservations counted,
            SkillsNow skillsNow,
            Contests contests,
            SecondPerson secondPerson,
            ContestSettings settings,
            TellSecondPerson tell,
            JdbcClient jdbc,
            Clock clock) {
        this.engineers = engineers;
        this.levels = levels;
        this.rules = rules;
        this.counted = counted;
        this.skillsNow = skillsNow;
        this.contests = contests;
        this.secondPerson = secondPerson;
        this.settings = settings;
        this.tell = tell;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Contest open(UUID engineer, NewContest wanted) {
        engineers.lock(List.of(engineer));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate asOf = Objects.requireNonNullElse(wanted.asOf(), today);
        if (asOf.isAfter(today)) {
            throw new BadInput("/asOf", "Contest the level of today or of an earlier day.");
        }
        PersonAt person = levels.at(List.of(engineer), asOf, null).get(engineer);
        if (person == null) {
            throw new Conflict("You have no role on that day, so there is no level to contest.");
        }
        NewContest.Checked checked = wanted.check(
                person,
                rules.of(person.framework(), person.version()).skills(person.role()),
                (skill, kind, source) -> wasSaid(person, skill, kind, source),
                () -> steps(person));
        Line line = checked.line();
        if (contests.open(engineer).stream().anyMatch(other -> isAbout(other, person, line))) {
            throw new Conflict("You contest this line already; withdraw that contest first.");
        }
        Contest contest = new Contest(
                UUID.randomUUID(),
                engineer,
                person.framework(),
                person.version(),
                person.role(),
                asOf,
                line,
                skillsNow.of(person.framework(), person.version(), line.skill()),
                checked.reason(),
                null,
                today.plusDays(settings.within().toDays()),
                false,
                now,
                List.of(),
                null);
        Contest assigned = secondPerson.of(contest, today).map(contest::goingTo).orElse(contest);
        contests.add(assigned);
        tell.tell(assigned);
        return assigned;
    }

    private boolean isAbout(Contest other, PersonAt person, Line line) {
        return other.framework().equals(person.framework())
                && (other.line().equals(line) || isAboutRenamed(other, person, line));
    }

    /** The same line, whatever versions call its skill. */
    private boolean isAboutRenamed(Contest other, PersonAt person, Line line) {
        String skill = line.skill();
        return skill != null
                && other.line().skill() != null
                && other.line().about(skill).equals(line)
                && other.skillsNow().containsAll(skillsNow.of(person.framework(), person.version(), skill));
    }

    private List<RuleLine> steps(PersonAt person) {
        WhatIf known = counted.whatIf(person);
        Reasoning reasoning = LevelRule.explain(
                known.rules(), known.role(), known.observations(), known.asOf(), known.knownAt(), known.exempt());
        return reasoning == null ? List.of() : reasoning.lines();
    }

    private boolean wasSaid(PersonAt person, String skill, Kind kind, @Nullable String source) {
        List<String> now = skillsNow.of(person.framework(), person.version(), skill);
        return jdbc.sql("""
                        select exists (
                            select from observation
                            where engineer = :engineer and framework = :framework and skill = any (:skills) and kind = :kind
                              and (:source::text is null or source = :source))
                        """)
                .param("engineer", person.engineer())
                .param("framework", person.framework())
                .param("skills", skillsNow.everCalled(person.framework(), now).toArray(String[]::new))
                .param("kind", kind.name())
                .param("source", source)
                .query(Boolean.class)
                .single();
    }
}
