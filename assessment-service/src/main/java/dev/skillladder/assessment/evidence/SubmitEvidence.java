package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.rating.Frame;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes evidence in, from the person or a manager above. */
@Component
class SubmitEvidence {

    private final Access access;
    private final CheckEvidence check;
    private final KnownEngineers engineers;
    private final EvidenceItems items;
    private final TellEvidence observations;
    private final Clock clock;

    SubmitEvidence(
            Access access,
            CheckEvidence check,
            KnownEngineers engineers,
            EvidenceItems items,
            TellEvidence observations,
            Clock clock) {
        this.access = access;
        this.check = check;
        this.engineers = engineers;
        this.items = items;
        this.observations = observations;
        this.clock = clock;
    }

    @Transactional
    Evidence submit(Caller caller, NewEvidence given) {
        UUID submitter = access.requireEngineer(caller);
        UUID subject = given.subject();
        if (subject == null) {
            throw new BadInput("/subject", "Name the person whose evidence it is.");
        }
        access.requireOwnOrAbove(caller, subject);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Frame frame = check.check(given, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Evidence item = new Evidence(
                UUID.randomUUID(),
                subject,
                Objects.requireNonNull(given.kind()),
                Objects.requireNonNull(given.title()).strip(),
                given.link(),
                frame.framework(),
                frame.version(),
                frame.observedOn(),
                given.validUntil(),
                submitter,
                now,
                1,
                Evidence.State.SUBMITTED,
                null,
                null,
                accepted(given));
        engineers.lock(List.of(subject));
        items.add(item);
        observations.tell(item);
        return item;
    }

    private static List<Evidence.Rating> accepted(NewEvidence given) {
        return Objects.requireNonNull(given.ratings()).stream()
                .map(rating -> Objects.requireNonNull(rating))
                .map(rating -> new Evidence.Rating(
                        Objects.requireNonNull(rating.skill()), Objects.requireNonNull(rating.value())))
                .toList();
    }
}
