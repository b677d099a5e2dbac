package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.level.ProposalListener;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells managers that a proposal waits for them. */
@Component
class TellProposals implements ProposalListener {

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    TellProposals(Inbox inbox, JdbcClient jdbc, Clock clock) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void proposed(Map<UUID, Proposed> levels) {
        List<NewNotice> notices = new ArrayList<>();
        jdbc.sql("""
                        select line.engineer, line.manager
                        from known_reporting_line line
                        join known_engineer manager on manager.engineer = line.manager and manager.state = 'ACTIVE'
                        where line.engineer = any (:engineers) and line.kind = 'SOLID'
                          and line.from_day <= :day and (line.to_day is null or line.to_day >= :day)
                        order by line.engineer
                        """)
                .param("engineers", levels.keySet().toArray(UUID[]::new))
                .param("day", LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .query(row -> {
                    UUID engineer = row.getObject("engineer", UUID.class);
                    Proposed level = Objects.requireNonNull(levels.get(engineer));
                    notices.add(notice(row.getObject("manager", UUID.class), engineer, level));
                });
        inbox.tell(notices);
    }

    private static NewNotice notice(UUID manager, UUID engineer, Proposed level) {
        return new NewNotice(
                manager,
                NoticeKind.PROPOSAL_WAITING,
                engineer,
                new Target(Thing.PROPOSAL, engineer.toString()),
                Map.of(),
                "proposal-waiting/" + engineer + "/" + level.level() + "/" + level.since());
    }
}
