package dev.skillladder.assessment.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Somebody else changed the same thing since it was read; tells what is stored, so that both can be shown. */
public class LostRace extends Failure {

    private final long revision;
    private final transient Map<String, ?> conflicts;

    /** @param conflicts what is stored and what was given, by the name of what both changed */
    public LostRace(String detail, long revision, Map<String, ?> conflicts) {
        super(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", detail);
        this.revision = revision;
        this.conflicts = conflicts;
    }

    @Override
    Map<String, Object> properties() {
        return Map.of("etag", "\"" + revision + "\"", "conflicts", conflicts);
    }
}
