package dev.skillladder.assessment.access;

import dev.skillladder.assessment.knownengineer.PersonOnDay;
import dev.skillladder.assessment.knownengineer.ReportingLines;
import dev.skillladder.assessment.problem.NotAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of docs/access.md: own, below, and token roles. */
@Component
public class Access {

    private final ReportingLines lines;
    private final Deputies deputies;
    private final Clock clock;

    Access(ReportingLines lines, Deputies deputies, Clock clock) {
        this.lines = lines;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** The person, anyone above today, who stands in for such a manager today, or HR. */
    public void requireRead(Caller caller, UUID engineer) {
        if (!caller.is(engineer)
                && !caller.hasRole("hr")
                && !isAboveToday(caller, engineer)
                && !isDeputyToday(caller, engineer)) {
            throw new NotAllowed("This person's data can be read by the person, by managers above and by HR.");
        }
    }

    /** Those of the engineers whose data the caller may read: the caller, people below today, for HR everybody. */
    public Set<UUID> readable(Caller caller, Collection<UUID> engineers) {
        if (caller.hasRole("hr")) {
            return Set.copyOf(engineers);
        }
        UUID reader = caller.engineer();
        Set<UUID> readable = new HashSet<>(engineers);
        if (reader == null || readable.isEmpty()) {
            return Set.of();
        }
        boolean own = readable.remove(reader);
        if (!readable.isEmpty()) {
            readable.retainAll(lines.below(reader, LocalDate.now(clock.withZone(ZoneOffset.UTC))));
        }
        if (own) {
            readable.add(reader);
        }
        return readable;
    }

    /** The person or anyone above today. */
    public void requireOwnOrAbove(Caller caller, UUID engineer) {
        if (!caller.is(engineer) && !isAboveToday(caller, engineer)) {
            throw new NotAllowed("Only the person and managers above may do this.");
        }
    }

    /** Anyone above today, or HR, but never the person. */
    public void requireAboveOrHr(Caller caller, UUID engineer) {
        if (caller.is(engineer) || !(caller.hasRole("hr") || isAboveToday(caller, engineer))) {
            throw new NotAllowed("Only a manager above this person or HR may do this, and nobody for themselves.");
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

    /** Those of the given whom the manager is above, in one query. */
    public Set<PersonOnDay> whereAbove(UUID manager, Collection<PersonOnDay> asked) {
        return lines.whereAbove(manager, asked);
    }

    public SortedSet<UUID> below(UUID manager, LocalDate day) {
        return lines.below(manager, day);
    }

    /** For whom the deputy reviews each person: a manager above on that day who is away today; in one query. */
    public Map<PersonOnDay, UUID> represented(UUID deputy, Collection<PersonOnDay> asked) {
        return deputies.managersOf(asked, deputy, today());
    }

    /** Whether the deputy reviews the engineer today, in the place of whoever is away. */
    public boolean standsIn(UUID deputy, UUID engineer) {
        return !represented(deputy, List.of(new PersonOnDay(engineer, today()))).isEmpty();
    }

    private boolean isAboveToday(Caller caller, UUID engineer) {
        UUID manager = caller.engineer();
        return manager != null && lines.isAbove(manager, engineer, today());
    }

    private boolean isDeputyToday(Caller caller, UUID engineer) {
        UUID deputy = caller.engineer();
        return deputy != null && standsIn(deputy, engineer);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
