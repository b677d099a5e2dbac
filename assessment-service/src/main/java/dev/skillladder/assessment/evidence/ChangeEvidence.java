package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifies evidence or takes it back; each is a new revision of the item. */
@Component
class ChangeEvidence {

    private static final int MAX_REASON = 2_000;

    private final Access access;
    private final KnownEngineers engineers;
    private final EvidenceItems items;
    private final TellEvidence observations;
    private final Inbox inbox;
    private final Clock clock;

    ChangeEvidence(
            Access access,
            KnownEngineers engineers,
            EvidenceItems items,
            TellEvidence observations,
            Inbox inbox,
            Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.items = items;
        this.observations = observations;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** A manager above looked at it: from now on it counts in full. */
    @Transactional
    Evidence verify(Caller caller, UUID id, @Nullable String reason) {
        UUID manager = access.requireEngineer(caller);
        Evidence item = locked(id, subject -> access.requireAbove(caller, subject));
        if (reason == null || reason.isBlank() || reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
            throw new BadInput("/reason", "Say in at most %d characters what you looked at.".formatted(MAX_REASON));
        }
        if (item.state() != Evidence.State.SUBMITTED) {
            throw new Conflict("Only submitted evidence can be verified; this is %s.".formatted(item.state()));
        }
        Evidence verified = store(item.verified(manager, reason.strip(), now()));
        inbox.tell(new NewNotice(
                item.subject(),
                NoticeKind.EVIDENCE_VERIFIED,
                item.subject(),
                new Target(Thing.EVIDENCE, id.toString()),
                Map.of(),
                "evidence-verified/" + id));
        return verified;
    }

    /** The person or a manager above takes it back. */
    @Transactional
    void withdraw(Caller caller, UUID id) {
        Evidence item = locked(id, subject -> access.requireOwnOrAbove(caller, subject));
        if (item.state() == Evidence.State.WITHDRAWN) {
            throw new Conflict("This evidence was withdrawn already.");
        }
        store(item.withdrawn(now()));
    }

    private Evidence locked(UUID id, Consumer<UUID> mayChange) {
        UUID subject = items.find(id).orElseThrow(ChangeEvidence::unknown).subject();
        mayChange.accept(subject);
        engineers.lock(List.of(subject));
        return items.find(id).orElseThrow(ChangeEvidence::unknown);
    }

    private Evidence store(Evidence item) {
        items.update(item);
        observations.tell(item);
        return item;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static NotFound unknown() {
        return new NotFound("There is no evidence with this id.");
    }
}
