package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** HR says who reviews whom in a running cycle. Whoever calls holds the lock on the cycle's row. */
@Component
public class AssignReviewers {

    private final CheckReviewers check;
    private final ReviewRequests requests;
    private final TellReviewers tell;
    private final SubjectKeys keys;
    private final JdbcClient jdbc;

    AssignReviewers(
            CheckReviewers check, ReviewRequests requests, TellReviewers tell, SubjectKeys keys, JdbcClient jdbc) {
        this.check = check;
        this.requests = requests;
        this.tell = tell;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** Asks a reviewer about a participant; a manager chosen here stays when the reporting line changes. */
    public UUID assign(
            Caller caller,
            UUID cycle,
            @Nullable UUID subject,
            @Nullable Kind kind,
            @Nullable UUID reviewer,
            String reason,
            Instant now) {
        if (subject == null || kind == null || reviewer == null) {
            throw new BadInput("", "Name subject, kind and reviewer.");
        }
        check.reviewers(subject, kind, List.of(reviewer), LocalDate.ofInstant(now, ZoneOffset.UTC));
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                        insert into review_request (id, subject, reviewer, kind, cycle, due_on, requested_at, state)
                        select :id, participant.engineer, :reviewer, :kind, cycle.id, cycle.due_day, :now::timestamptz, 'OPEN'
                        from cycle_participant participant join cycle on cycle.id = participant.cycle
                        where cycle.id = :cycle and participant.engineer = :subject and participant.state = 'ACTIVE'
                        on conflict (subject, reviewer, kind) where state in ('OPEN', 'ACCEPTED') do nothing
                        """)
                .param("id", id)
                .param("cycle", cycle)
                .param("subject", subject)
                .param("reviewer", reviewer)
                .param("kind", kind.name())
                .param("now", now.toString())
                .update();
        if (added == 0) {
            throw new Conflict("This person takes no part in the cycle, or the reviewer is asked already.");
        }
        requests.remember(id, "ASSIGNED", keys.toSeal(subject).seal(reason), caller.subject(), now);
        tell.asked(List.of(new TellReviewers.Asked(id, reviewer, subject)));
        return id;
    }

    /** A task is not wanted any more. */
    public void end(Caller caller, UUID cycle, UUID task, String reason, Instant now) {
        ReviewRequest request = requests.locked(task)
                .filter(found -> cycle.equals(found.cycle()))
                .orElseThrow(() -> new NotFound("There is no task with this id in the cycle."));
        if (!request.isOpen()) {
            throw new Conflict("This task is %s; only an open one can be ended.".formatted(request.state()));
        }
        jdbc.sql("""
                        update review_request
                        set state = 'ENDED', ended_because = 'NOT_WANTED', ended_at = :now::timestamptz where id = :id
                        """).param("id", task).param("now", now.toString()).update();
        requests.remember(task, "ENDED", keys.toSeal(request.subject()).seal(reason), caller.subject(), now);
    }
}
