package dev.skillladder.assessment.inbox;

import dev.skillladder.assessment.live.Change;
import dev.skillladder.assessment.live.LiveChanges;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a use case leaves what somebody is to be told, in its own transaction. */
@Component
public class Inbox {

    private final Notices notices;
    private final MailSettings mail;
    private final LiveChanges live;
    private final Clock clock;

    Inbox(Notices notices, MailSettings mail, LiveChanges live, Clock clock) {
        this.notices = notices;
        this.mail = mail;
        this.live = live;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NewNotice notice) {
        tell(List.of(notice));
    }

    /** Tells all in one statement; who was told a notice's key before is not told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<NewNotice> told) {
        if (!told.isEmpty()) {
            notices.add(told, mail.isOn(), clock.instant());
            live.tell(told.stream()
                    .map(NewNotice::recipient)
                    .distinct()
                    .map(Change::inbox)
                    .toList());
        }
    }
}
