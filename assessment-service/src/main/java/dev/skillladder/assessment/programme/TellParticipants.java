package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells newcomers what was decided about them, and mentors and newcomers of each other. */
@Component
class TellParticipants {

    private final Inbox inbox;

    TellParticipants(Inbox inbox) {
        this.inbox = inbox;
    }

    void admitted(Admission admission) {
        UUID engineer = admission.engineer();
        tell(engineer, NoticeKind.PROGRAMME_ADMITTED, engineer, engineer, "admission/" + admission.id());
    }

    void refused(Admission admission) {
        UUID engineer = admission.engineer();
        tell(engineer, NoticeKind.PROGRAMME_REFUSED, engineer, engineer, "admission/" + admission.id());
    }

    /** Both of them, if there is a mentor. */
    void mentor(Participant participant) {
        UUID mentor = participant.mentor();
        if (mentor != null) {
            UUID engineer = participant.engineer();
            String key = "mentor/%s/%s/%d".formatted(participant.cohort(), engineer, participant.revision());
            tell(mentor, NoticeKind.MENTOR_OF, engineer, engineer, key);
            tell(engineer, NoticeKind.MENTOR_ASSIGNED, mentor, engineer, key);
        }
    }

    private void tell(UUID recipient, NoticeKind kind, UUID about, UUID participant, String key) {
        inbox.tell(new NewNotice(
                recipient, kind, about, new Target(Thing.PROGRAMME, participant.toString()), Map.of(), key));
    }
}
