package dev.skillladder.profile.team;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.profile.TeamChanged;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.problem.BadInput;
import dev.skillladder.profile.problem.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a team or replaces its details; equal details change nothing, and the tree stays a tree. */
@Component
public class SaveTeam {

    private final Teams teams;
    private final Outbox outbox;
    private final Clock clock;

    SaveTeam(Teams teams, Outbox outbox, Clock clock) {
        this.teams = teams;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Saved save(UUID id, TeamDetails details, IfMatch basedOn) {
        teams.lockAll();
        Optional<Team> present = teams.lock(id);
        if (present.isEmpty()) {
            basedOn.requireNothing();
            refuseUnfit(id, details);
            teams.insert(id, details, now());
        } else if (present.get().details().equals(details)) {
            return new Saved(present.get(), false);
        } else {
            basedOn.require(present.get().revision());
            refuseUnfit(id, details);
            teams.replace(id, details, now());
        }
        return new Saved(tell(id), present.isEmpty());
    }

    private Team tell(UUID id) {
        Team team = teams.find(id).orElseThrow();
        outbox.add(new Event(Topics.TEAMS, id.toString(), TeamChanged.TYPE, team.event()));
        return team;
    }

    private void refuseUnfit(UUID id, TeamDetails details) {
        List<FieldError> errors = new ArrayList<>();
        UUID parent = details.parent();
        if (parent != null && parent.equals(id)) {
            errors.add(new FieldError("/parent", "A team is not its own parent. Name another, or none."));
        } else if (parent != null && teams.find(parent).isEmpty()) {
            errors.add(new FieldError("/parent", "There is no team " + parent + ". Create the parent first."));
        } else if (parent != null && teams.isWithin(id, parent)) {
            errors.add(new FieldError(
                    "/parent", "Team " + parent + " lies below this team. Move that one first, or name another."));
        }
        UUID lead = details.lead();
        if (lead != null && !teams.hasEngineer(lead)) {
            errors.add(
                    new FieldError("/lead", "There is no engineer " + lead + ". Create the lead first, or name none."));
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
    }

    /** As exact as the database stores it, so that event and row tell the same instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A team after a write, and whether the write created it. */
    record Saved(Team team, boolean isNew) {}
}
