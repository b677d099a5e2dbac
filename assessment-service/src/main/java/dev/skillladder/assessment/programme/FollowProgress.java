package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.programme.CourseEvidence.Shown;
import dev.skillladder.assessment.programme.Progress.CourseDone;
import dev.skillladder.assessment.programme.Progress.Status;
import dev.skillladder.assessment.programme.Progress.Step;
import dev.skillladder.assessment.programme.Progress.Track;
import dev.skillladder.contract.catalog.FrameworkDocument.Course;
import dev.skillladder.contract.catalog.FrameworkDocument.Milestone;
import dev.skillladder.contract.catalog.FrameworkDocument.Proficiency;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.Reading;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the participants of a cohort stand against its milestones: as of each milestone's day that has passed, and today.
 * A few reads for everybody together; nothing is stored, so a late or corrected observation counts for its own day.
 */
@Component
class FollowProgress {

    private final Levels levels;
    private final KnownRules rules;
    private final KnownFrameworks frameworks;
    private final CourseEvidence courses;

    FollowProgress(Levels levels, KnownRules rules, KnownFrameworks frameworks, CourseEvidence courses) {
        this.levels = levels;
        this.rules = rules;
        this.frameworks = frameworks;
        this.courses = courses;
    }

    Programme programme(Cohort cohort) {
        Programme programme = frameworks
                .document(cohort.framework(), cohort.frameworkVersion())
                .programme();
        if (programme == null) {
            throw new IllegalStateException("cohort %s follows a version without a programme".formatted(cohort.id()));
        }
        return programme;
    }

    Map<UUID, Progress> of(Cohort cohort, Collection<UUID> engineers, LocalDate today, Sight sight) {
        Programme programme = programme(cohort);
        var days = new TreeSet<LocalDate>();
        days.add(today);
        programme.milestones().stream()
                .map(milestone -> dueOn(cohort, milestone))
                .filter(day -> day.isBefore(today))
                .forEach(days::add);
        Map<LocalDate, Map<UUID, PersonAt>> standing = new HashMap<>();
        days.forEach(day -> standing.put(day, levels.at(engineers, day, null, sight)));
        Map<UUID, List<Shown>> shown =
                courses.since(cohort.startsOn(), engineers).stream().collect(Collectors.groupingBy(Shown::engineer));
        Map<UUID, Progress> found = new HashMap<>();
        for (UUID engineer : engineers) {
            List<Step> steps = programme.milestones().stream()
                    .map(milestone -> step(cohort, programme, milestone, engineer, standing, today))
                    .toList();
            List<Shown> mine = shown.getOrDefault(engineer, List.of());
            found.put(
                    engineer,
                    new Progress(
                            track(steps),
                            steps,
                            programme.courses().stream()
                                    .map(course -> done(course, mine))
                                    .toList()));
        }
        return found;
    }

    static LocalDate dueOn(Cohort cohort, Milestone milestone) {
        return cohort.startsOn().plusMonths(milestone.month());
    }

    private Step step(
            Cohort cohort,
            Programme programme,
            Milestone milestone,
            UUID engineer,
            Map<LocalDate, Map<UUID, PersonAt>> standing,
            LocalDate today) {
        LocalDate dueOn = dueOn(cohort, milestone);
        Reached now = reached(programme, milestone, person(standing, today, engineer));
        if (!dueOn.isBefore(today)) {
            return step(milestone, dueOn, now.all() ? Status.REACHED : Status.UPCOMING, now);
        }
        Reached then = reached(programme, milestone, person(standing, dueOn, engineer));
        return then.all()
                ? step(milestone, dueOn, Status.REACHED, then)
                : step(milestone, dueOn, now.all() ? Status.REACHED_LATE : Status.LATE, now);
    }

    private static @Nullable PersonAt person(
            Map<LocalDate, Map<UUID, PersonAt>> standing, LocalDate day, UUID engineer) {
        return standing.getOrDefault(day, Map.of()).get(engineer);
    }

    private static Step step(Milestone milestone, LocalDate dueOn, Status status, Reached reached) {
        return new Step(
                milestone.month(),
                milestone.name(),
                dueOn,
                status,
                milestone.level(),
                reached.level(),
                reached.missing());
    }

    private Reached reached(Programme programme, Milestone milestone, @Nullable PersonAt person) {
        return new Reached(
                milestone.level() == null || holds(programme, milestone.level(), person),
                milestone.proficiencies().stream()
                        .filter(asked -> !shows(asked, person))
                        .map(Proficiency::skill)
                        .toList());
    }

    /** Verified, or decided by a person, on the ladder of the programme's role. */
    private static boolean holds(Programme programme, String level, @Nullable PersonAt person) {
        if (person == null || !person.role().equals(programme.role())) {
            return false;
        }
        List<String> ladder =
                person.result().levels().stream().map(LevelOutcome::level).toList();
        int held = Math.max(ladder.indexOf(person.result().verified()), ladder.indexOf(person.confirmed()));
        return ladder.contains(level) && held >= ladder.indexOf(level);
    }

    private boolean shows(Proficiency asked, @Nullable PersonAt person) {
        var estimate = person == null ? null : person.estimates().get(asked.skill());
        if (person == null || estimate == null) {
            return false;
        }
        Rules compiled = rules.of(person.framework(), person.version());
        return Reading.of(compiled, estimate, person.asOf()).status(asked.proficiency())
                == dev.skillladder.engine.Status.MET;
    }

    private static CourseDone done(Course course, List<Shown> shown) {
        List<Shown> about = shown.stream()
                .filter(one -> course.skills().contains(one.skill()))
                .toList();
        return new CourseDone(
                course.id(),
                course.name(),
                about.stream().map(Shown::on).min(LocalDate::compareTo).orElse(null),
                about.stream().anyMatch(Shown::verified));
    }

    private static Track track(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.status() == Status.LATE)) {
            return Track.LATE;
        }
        boolean more = steps.stream().anyMatch(step -> step.status() == Status.UPCOMING);
        return more ? Track.ON_TRACK : Track.COMPLETE;
    }

    private record Reached(boolean level, List<String> missing) {

        boolean all() {
            return level && missing.isEmpty();
        }
    }
}
