package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a session, for HR about anybody, for a manager about people below; and closes it. */
@Component
class OpenCalibration {

    private final Access access;
    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final Calibrations calibrations;
    private final Clock clock;

    OpenCalibration(
            Access access,
            KnownEngineers engineers,
            KnownFrameworks frameworks,
            Calibrations calibrations,
            Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @Transactional
    public Calibration open(Caller caller, NewCalibration wanted) {
        if (!caller.hasRole("hr")) {
            requireOwnPeople(caller, wanted);
        }
        NewCalibration.Checked checked = wanted.check(
                engineers.find(wanted.people()).keySet(),
                framework -> frameworks.latest(framework).isPresent(),
                skills(wanted.framework()));
        Calibration session = new Calibration(
                UUID.randomUUID(),
                checked.name(),
                checked.framework(),
                checked.lead(),
                caller.id(),
                now(),
                null,
                null,
                checked.participants(),
                checked.cases());
        calibrations.add(session);
        return session;
    }

    @Transactional
    void close(Caller caller, Calibration session) {
        if (!caller.hasRole("hr") && !caller.is(session.lead())) {
            throw new NotAllowed("The lead or HR closes a session.");
        }
        if (!calibrations.close(session.id(), caller.id(), now())) {
            throw new Conflict("This session is closed already.");
        }
    }

    private void requireOwnPeople(Caller caller, NewCalibration wanted) {
        UUID manager = access.requireEngineer(caller);
        SortedSet<UUID> below = access.below(manager, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        Set<UUID> others = wanted.people();
        others.remove(manager);
        if (below.isEmpty() || !manager.equals(wanted.lead()) || !below.containsAll(others)) {
            throw new NotAllowed(
                    "A manager leads sessions with and about people below; HR opens any other, with any lead.");
        }
    }

    private Set<String> skills(@Nullable String framework) {
        if (framework == null) {
            return Set.of();
        }
        var version = frameworks.latest(framework);
        return version.isEmpty()
                ? Set.of()
                : frameworks.document(framework, version.getAsInt()).skills().stream()
                        .map(Skill::id)
                        .collect(Collectors.toSet());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static boolean isCase(Calibration session, UUID engineer, String skill) {
        return session.cases().contains(new Case(engineer, skill));
    }
}
