package dev.skillladder.profile.engineer;

import dev.skillladder.profile.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appends a dated statement to an engineer: lock, append, count the revision, tell. */
@Component
public class RecordStatement {

    private final Engineers engineers;
    private final Statements statements;
    private final TellEngineer tell;
    private final Clock clock;

    RecordStatement(Engineers engineers, Statements statements, TellEngineer tell, Clock clock) {
        this.engineers = engineers;
        this.statements = statements;
        this.tell = tell;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction or starts one.
     *
     * @param append appends what is recorded at that instant; false if it is stated already
     */
    @Transactional
    public Saved record(UUID id, Predicate<Instant> append) {
        Engineer engineer =
                engineers.lock(id).orElseThrow(() -> new NotFound("There is no engineer " + id + ". Create it first."));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!append.test(now)) {
            return new Saved(statements.with(engineer), false);
        }
        engineers.touch(id, now);
        return new Saved(tell.tell(id), true);
    }
}
