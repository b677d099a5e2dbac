package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a level as the caller may see it. */
@Component
public class ExplainFor {

    private final ExplainLevel explainLevel;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    ExplainFor(ExplainLevel explainLevel, Access access, Blindness blindness, Clock clock) {
        this.explainLevel = explainLevel;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    /** For callers who may read about the person; whom it names depends on who they are. */
    public Explanation explain(Caller caller, UUID engineer, LocalDate asOf, @Nullable Instant knownAt) {
        return explainLevel.explain(engineer, asOf, knownAt, reader(caller, engineer), blindness.of(caller, engineer));
    }

    private Reader reader(Caller caller, UUID engineer) {
        var self = caller.engineer();
        if (caller.is(engineer)) {
            return Reader.THE_PERSON;
        }
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return self != null && access.isAbove(self, engineer, today) ? Reader.A_MANAGER : Reader.HR;
    }
}
