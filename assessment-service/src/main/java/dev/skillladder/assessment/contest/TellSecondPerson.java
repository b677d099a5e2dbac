package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the second person that a contest waits for them; HR looks at its own list. */
@Component
class TellSecondPerson {

    private final Inbox inbox;

    TellSecondPerson(Inbox inbox) {
        this.inbox = inbox;
    }

    void tell(Contest contest) {
        if (contest.assignedTo() != null) {
            inbox.tell(new NewNotice(
                    contest.assignedTo(),
                    NoticeKind.CONTEST_ASSIGNED,
                    contest.engineer(),
                    new Target(Thing.CONTEST, contest.id().toString()),
                    Map.of("due", contest.dueOn().toString()),
                    "contest-assigned/" + contest.id() + "/"
                            + contest.reassignments().size()));
        }
    }
}
