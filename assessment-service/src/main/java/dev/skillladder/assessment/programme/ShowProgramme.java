package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.programme.CohortView.Member;
import dev.skillladder.assessment.programme.CohortView.Month;
import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.assessment.programme.Progress.Status;
import dev.skillladder.assessment.programme.Progress.Step;
import dev.skillladder.assessment.programme.Progress.Track;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The programme as HR, mentors and participants look at it. */
@Component
class ShowProgramme {

    private final Cohorts cohorts;
    private final Participants participants;
    private final FollowProgress follow;
    private final KnownEngineers engineers;
    private final Blindness blindness;

    ShowProgramme(
            Cohorts cohorts,
            Participants participants,
            FollowProgress follow,
            KnownEngineers engineers,
            Blindness blindness) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.follow = follow;
        this.engineers = engineers;
        this.blindness = blindness;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    CohortView cohort(Caller caller, UUID id, @Nullable UUID after, int limit, LocalDate today) {
        Cohort cohort = cohorts.find(id).orElseThrow(ShowProgramme::unknown);
        List<Participant> all = participants.in(id);
        Map<UUID, Progress> progress = progress(caller, cohort, all, today);
        Map<UUID, Text> names = names(all);
        List<Progress> active = all.stream()
                .filter(participant -> participant.state() == State.ACTIVE)
                .map(participant -> progress.get(participant.engineer()))
                .filter(Objects::nonNull)
                .toList();
        List<Member> rest = all.stream()
                .filter(participant ->
                        after == null || participant.engineer().toString().compareTo(after.toString()) > 0)
                .map(participant -> member(participant, progress, names))
                .toList();
        List<Member> page = rest.stream().limit(limit).toList();
        return new CohortView(
                cohort,
                all.size(),
                (int) active.stream().filter(one -> one.track() != Track.LATE).count(),
                (int) active.stream().filter(one -> one.track() == Track.LATE).count(),
                follow.programme(cohort).milestones().stream()
                        .map(milestone -> month(cohort, milestone, active))
                        .toList(),
                page,
                rest.size() > limit ? page.getLast().engineer().toString() : null);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ParticipantView of(Caller caller, Participant participant, LocalDate today) {
        return views(caller, List.of(participant), today).getFirst();
    }

    /** Cohort by cohort, so that those who started together are read together. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<ParticipantView> views(Caller caller, List<Participant> some, LocalDate today) {
        Map<UUID, List<Participant>> together = some.stream().collect(Collectors.groupingBy(Participant::cohort));
        Map<UUID, Cohort> known = cohorts.of(together.keySet());
        Map<UUID, Progress> progress = new HashMap<>();
        together.forEach((id, members) ->
                progress.putAll(progress(caller, Objects.requireNonNull(known.get(id)), members, today)));
        Map<UUID, Text> names = names(some);
        List<ParticipantView> views = new ArrayList<>();
        for (Participant participant : some) {
            views.add(new ParticipantView(
                    participant.engineer(),
                    names.get(participant.engineer()),
                    Objects.requireNonNull(known.get(participant.cohort())),
                    participant.mentor(),
                    participant.mentor() == null ? null : names.get(participant.mentor()),
                    participant.state(),
                    participant.revision(),
                    Objects.requireNonNull(progress.get(participant.engineer()))));
        }
        return views;
    }

    /** As the caller sees the participants. */
    private Map<UUID, Progress> progress(Caller caller, Cohort cohort, List<Participant> members, LocalDate today) {
        List<UUID> people = members.stream().map(Participant::engineer).toList();
        return follow.of(cohort, people, today, blindness.of(caller, people));
    }

    static NotFound unknown() {
        return new NotFound("There is no cohort with this id.");
    }

    private static Member member(Participant participant, Map<UUID, Progress> progress, Map<UUID, Text> names) {
        return new Member(
                participant.engineer(),
                names.get(participant.engineer()),
                participant.mentor(),
                participant.mentor() == null ? null : names.get(participant.mentor()),
                participant.state(),
                participant.revision(),
                Objects.requireNonNull(progress.get(participant.engineer())));
    }

    private static Month month(Cohort cohort, Milestone milestone, List<Progress> active) {
        Map<Status, Long> counts = active.stream()
                .flatMap(progress -> progress.milestones().stream())
                .filter(step -> step.month() == milestone.month())
                .collect(Collectors.groupingBy(Step::status, Collectors.counting()));
        return new Month(
                milestone.month(),
                milestone.name(),
                FollowProgress.dueOn(cohort, milestone),
                counts.getOrDefault(Status.REACHED, 0L).intValue(),
                counts.getOrDefault(Status.REACHED_LATE, 0L).intValue(),
                counts.getOrDefault(Status.LATE, 0L).intValue(),
                counts.getOrDefault(Status.UPCOMING, 0L).intValue());
    }

    private Map<UUID, Text> names(Collection<Participant> some) {
        Set<UUID> people = new HashSet<>();
        some.forEach(participant -> {
            people.add(participant.engineer());
            if (participant.mentor() != null) {
                people.add(participant.mentor());
            }
        });
        Map<UUID, Text> names = new HashMap<>();
        for (KnownEngineer person : engineers.find(people).values()) {
            if (person.name() != null) {
                names.put(person.engineer(), person.name());
            }
        }
        return names;
    }
}
