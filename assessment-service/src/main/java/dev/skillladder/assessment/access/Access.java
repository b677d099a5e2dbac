package dev.skillladder.assessment.access;

import dev.skillladder.assessment.knownengineer.ReportingLines;
import dev.skillladder.assessment.problem.NotAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of docs/access.md: own, below, and token roles. */
@Component
public class Access {

    private final ReportingLines lines;
    private final Clock clock;

    Access(ReportingLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** The person, anyone above today, or HR. */
    public void requireRead(Caller caller, UUID engineer) {
        if (!caller.is(engineer) && !caller.hasRole("hr") && !isAboveToday(caller, engineer)) {
            throw new NotAllowed("This person's data can be read by the person, by managers above and by HR.");
        }
    }

    /** The person or anyone above today. */
    public void requireOwnOrAbove(Caller caller, UUID engineer) {
        if (!caller.is(engineer) && !isAboveToday(caller, engineer)) {
            throw new NotAllowed("Only the person and managers above may do this.");
        }
    }

    /** Anyone above today. */
    public void requireAbove(Caller caller, UUID engineer) {
        if (!isAboveToday(caller, engineer)) {
            throw new NotAllowed("Only a manager above this person may do this.");
        }
    }

    public void requireRole(Caller caller, String... anyOf) {
        if (Stream.of(anyOf).noneMatch(caller::hasRole)) {
            throw new NotAllowed("This needs the role " + String.join(" or ", anyOf) + ".");
        }
    }

    /** The caller as an engineer; callers without one have nothing of their own here. */
    public UUID requireEngineer(Caller caller) {
        UUID engineer = caller.engineer();
        if (engineer == null) {
            throw new NotAllowed(
                    "Your account is not linked to an engineer; ask HR to enter your identity in your profile.");
        }
        return engineer;
    }

    public boolean isAbove(UUID manager, UUID engineer, LocalDate day) {
        return lines.isAbove(manager, engineer, day);
    }

    public SortedSet<UUID> below(UUID manager, LocalDate day) {
        return lines.below(manager, day);
    }

    private boolean isAboveToday(Caller caller, UUID engineer) {
        UUID manager = caller.engineer();
        return manager != null && lines.isAbove(manager, engineer, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
