package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
    private final Contests contests;
    private final SecondPerson secondPerson;
    private final ContestSettings settings;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenContest(
            KnownEngineers engineers,
            Levels levels,
            KnownRules rules,
            Contests contests,
            SecondPerson secondPerson,
            ContestSettings settings,
            Inbox inbox,
            JdbcClient jdbc,
            Clock clock) {
        this.engineers = engineers;
        this.levels = levels;
        this.rules = rules;
        this.contests = contests;
        this.secondPerson = secondPerson;
        this.settings = settings;
        this.inbox = inbox;
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
                (skill, kind, source) -> wasSaid(engineer, person.framework(), skill, kind, source));
        if (contests.open(engineer).stream()
                .anyMatch(other -> other.framework().equals(person.framework())
                        && other.line().equals(checked.line()))) {
            throw new Conflict("You contest this line already; withdraw that contest first.");
        }
        var involved = secondPerson.involved(
                engineer, person.framework(), checked.line().skill(), today);
        Contest contest = new Contest(
                UUID.randomUUID(),
                engineer,
                person.framework(),
                person.version(),
                person.role(),
                asOf,
                checked.line(),
                checked.reason(),
                secondPerson.of(engineer, involved, today).orElse(null),
                today.plusDays(settings.within().toDays()),
                false,
                now,
                null);
        contests.add(contest);
        if (contest.assignedTo() != null) {
            inbox.tell(new NewNotice(
                    contest.assignedTo(),
                    NoticeKind.CONTEST_ASSIGNED,
                    engineer,
                    new Target(Thing.CONTEST, contest.id().toString()),
                    Map.of("due", contest.dueOn().toString()),
                    "contest-assigned/" + contest.id()));
        }
        return contest;
    }

    private boolean wasSaid(UUID engineer, String framework, String skill, Kind kind, @Nullable String source) {
        return jdbc.sql("""
                        select exists (
                            select from observation
                            where engineer = :engineer and framework = :framework and skill = :skill and kind = :kind
                              and (:source::text is null or source = :source))
                        """)
                .param("engineer", engineer)
                .param("framework", framework)
                .param("skill", skill)
                .param("kind", kind.name())
                .param("source", source)
                .query(Boolean.class)
                .single();
    }
}
