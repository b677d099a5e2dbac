package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.programme.MilestonesToTell.Moment;
import dev.skillladder.assessment.programme.MilestonesToTell.Reminder;
import dev.skillladder.assessment.programme.Progress.Status;
import dev.skillladder.assessment.programme.Progress.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells participants and their mentors once that a milestone is due soon, and once that it is late. Who has reached it is
 * told nothing. Mark and notice are one transaction, and several instances share the work.
 */
@Component
class RemindParticipants {

    private static final int BATCH = 500;

    /** Days before a milestone's day. */
    private static final int SOON = 30;

    private final MilestonesToTell milestones;
    private final Cohorts cohorts;
    private final FollowProgress follow;
    private final Blindness blindness;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    RemindParticipants(
            MilestonesToTell milestones,
            Cohorts cohorts,
            FollowProgress follow,
            Blindness blindness,
            Inbox inbox,
            TransactionOperations transactions,
            Clock clock) {
        this.milestones = milestones;
        this.cohorts = cohorts;
        this.follow = follow;
        this.blindness = blindness;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.programme.every:1m}")
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Map<UUID, Cohort> running = cohorts.of(milestones.cohorts());
        List<Moment> moments = running.values().stream()
                .flatMap(cohort -> moments(cohort, today))
                .toList();
        while (!moments.isEmpty() && Boolean.TRUE.equals(transactions.execute(_ -> tell(running, moments, today)))) {
            // the next batch
        }
    }

    private Stream<Moment> moments(Cohort cohort, LocalDate today) {
        return follow.programme(cohort).milestones().stream()
                .filter(milestone ->
                        !FollowProgress.dueOn(cohort, milestone).minusDays(SOON).isAfter(today))
                .map(milestone -> new Moment(
                        cohort.id(),
                        milestone.month(),
                        FollowProgress.dueOn(cohort, milestone).isBefore(today)));
    }

    private boolean tell(Map<UUID, Cohort> running, Collection<Moment> moments, LocalDate today) {
        List<Reminder> claimed = milestones.claim(moments, clock.instant(), BATCH);
        List<NewNotice> notices = new ArrayList<>();
        claimed.stream().collect(Collectors.groupingBy(Reminder::cohort)).forEach((id, reminders) -> {
            Cohort cohort = Objects.requireNonNull(running.get(id));
            Map<UUID, UUID> selves = new HashMap<>();
            Map<UUID, UUID> mentors = new HashMap<>();
            reminders.forEach(reminder -> {
                selves.put(reminder.engineer(), reminder.engineer());
                if (reminder.mentor() != null) {
                    mentors.put(reminder.engineer(), reminder.mentor());
                }
            });
            for (Map<UUID, UUID> recipients : List.of(selves, mentors)) {
                notices.addAll(notices(cohort, reminders, recipients, today));
            }
        });
        inbox.tell(notices);
        return claimed.size() == BATCH;
    }

    /**
     * Of what each recipient sees as missed.
     *
     * @param recipients who is told, by the person it is about
     */
    private List<NewNotice> notices(
            Cohort cohort, List<Reminder> reminders, Map<UUID, UUID> recipients, LocalDate today) {
        Map<UUID, Progress> progress = follow.of(cohort, recipients.keySet(), today, blindness.ofReaders(recipients));
        return reminders.stream()
                .filter(reminder -> recipients.containsKey(reminder.engineer()))
                .flatMap(reminder -> Objects.requireNonNull(progress.get(reminder.engineer())).milestones().stream()
                        .filter(step -> step.month() == reminder.month() && isMissed(step, reminder.late()))
                        .map(step ->
                                notice(Objects.requireNonNull(recipients.get(reminder.engineer())), reminder, step)))
                .toList();
    }

    private static boolean isMissed(Step step, boolean late) {
        return step.status() == (late ? Status.LATE : Status.UPCOMING);
    }

    private static NewNotice notice(UUID recipient, Reminder reminder, Step step) {
        return new NewNotice(
                recipient,
                reminder.late() ? NoticeKind.MILESTONE_LATE : NoticeKind.MILESTONE_DUE_SOON,
                reminder.engineer(),
                new Target(Thing.PROGRAMME, reminder.engineer().toString()),
                Map.of("due", step.dueOn().toString()),
                "milestone/%s/%s/%d/%s"
                        .formatted(
                                reminder.cohort(),
                                reminder.engineer(),
                                reminder.month(),
                                reminder.late() ? "late" : "soon"));
    }
}
