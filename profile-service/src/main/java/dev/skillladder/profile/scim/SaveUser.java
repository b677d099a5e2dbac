package dev.skillladder.profile.scim;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.engineer.EngineerDetails;
import dev.skillladder.profile.engineer.SaveEngineer;
import dev.skillladder.profile.problem.Conflict;
import dev.skillladder.profile.reportingline.NewLine;
import dev.skillladder.profile.reportingline.StateLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores people as the identity provider wants them, through the same doors as HR; in the request's transaction. */
@Component
class SaveUser {

    private static final IfMatch WHATEVER_IS_THERE = IfMatch.of("*");

    private final UserRows users;
    private final SaveEngineer saveEngineer;
    private final StateLine lines;
    private final Clock clock;

    SaveUser(UserRows users, SaveEngineer saveEngineer, StateLine lines, Clock clock) {
        this.users = users;
        this.saveEngineer = saveEngineer;
        this.lines = lines;
        this.clock = clock;
    }

    /** Somebody new; or somebody who was removed and is back, with everything known before. */
    UUID create(WantedUser wanted) {
        lines.lock();
        UUID back = users.removed(wanted).orElse(null);
        UUID id = back == null ? UUID.randomUUID() : back;
        save(id, wanted, back == null ? IfMatch.of(null) : WHATEVER_IS_THERE, null);
        return id;
    }

    void replace(UserRow before, WantedUser wanted) {
        lines.lock();
        save(before.id(), wanted, WHATEVER_IS_THERE, before.manager());
    }

    /** The person leaves; history stays, and the identity provider does not see the person any more. */
    void remove(UserRow before) {
        saveEngineer.save(
                before.id(),
                new EngineerDetails(
                        before.identity(),
                        before.employeeNumber(),
                        before.name(),
                        before.email(),
                        before.hireDate(),
                        State.LEFT),
                WHATEVER_IS_THERE);
        users.remove(before.id(), now());
    }

    private void save(UUID id, WantedUser wanted, IfMatch basedOn, @Nullable UUID managerBefore) {
        if (users.isTaken(id, wanted.userName())) {
            throw new Conflict("userName " + wanted.userName() + " belongs to somebody else.", List.of());
        }
        saveEngineer.save(id, wanted.details(), basedOn);
        users.keep(id, wanted, now());
        if (!Objects.equals(managerBefore, wanted.manager())) {
            reportTo(id, wanted.manager(), managerBefore);
        }
    }

    private void reportTo(UUID id, @Nullable UUID manager, @Nullable UUID before) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (manager != null) {
            lines.state(id, new NewLine(manager, LineKind.SOLID, today, null));
        } else if (before != null) {
            LocalDate since = users.since(id, before).orElse(today);
            LocalDate yesterday = today.minusDays(1);
            // a line that began today ends today: a day is the least that can be stated
            lines.state(id, new NewLine(before, LineKind.SOLID, since, since.isAfter(yesterday) ? since : yesterday));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
