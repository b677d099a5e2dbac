package dev.skillladder.profile.engineer;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells others the whole state of a changed engineer, in the transaction of the change. */
@Component
class TellEngineer {

    private final Engineers engineers;
    private final Statements statements;
    private final Outbox outbox;

    TellEngineer(Engineers engineers, Statements statements, Outbox outbox) {
        this.engineers = engineers;
        this.statements = statements;
        this.outbox = outbox;
    }

    WholeEngineer tell(UUID id) {
        WholeEngineer whole = engineers.find(id).map(statements::with).orElseThrow();
        outbox.add(new Event(Topics.ENGINEERS, id.toString(), EngineerChanged.TYPE, whole.event()));
        return whole;
    }
}
