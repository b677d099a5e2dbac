package dev.skillladder.profile.engineer;

import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.problem.Conflict;
import dev.skillladder.profile.problem.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates an engineer or replaces the details; equal details change nothing. */
@Component
public class SaveEngineer {

    private final Engineers engineers;
    private final Statements statements;
    private final TellEngineer tell;
    private final Clock clock;

    SaveEngineer(Engineers engineers, Statements statements, TellEngineer tell, Clock clock) {
        this.engineers = engineers;
        this.statements = statements;
        this.tell = tell;
        this.clock = clock;
    }

    @Transactional
    public Saved save(UUID id, EngineerDetails details, IfMatch basedOn) {
        Optional<Engineer> present = engineers.lock(id);
        if (present.isEmpty()) {
            basedOn.requireNothing();
            refuseTaken(id, details);
            if (engineers.insert(id, details, now())) {
                return new Saved(tell.tell(id), true);
            }
            // somebody created it since we looked
            present = engineers.lock(id);
        }
        return replace(present.orElseThrow(), details, basedOn);
    }

    private Saved replace(Engineer present, EngineerDetails details, IfMatch basedOn) {
        if (present.details().equals(details)) {
            return new Saved(statements.with(present), false);
        }
        basedOn.require(present.revision());
        refuseTaken(present.id(), details);
        engineers.replace(present.id(), details, now());
        return new Saved(tell.tell(present.id()), false);
    }

    private void refuseTaken(UUID id, EngineerDetails details) {
        List<FieldError> taken = engineers.taken(id, details);
        if (!taken.isEmpty()) {
            throw new Conflict(
                    taken.size() == 1
                            ? taken.getFirst().detail()
                            : "Several of these values belong to other engineers. Correct them and send the request again.",
                    taken);
        }
    }

    /** As exact as the database stores it, so that event and row tell the same instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
