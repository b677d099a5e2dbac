package dev.skillladder.profile.reportingline;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.profile.engineer.RecordStatement;
import dev.skillladder.profile.engineer.Saved;
import dev.skillladder.profile.problem.BadInput;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** States who somebody reports to; on no day may anybody be above themselves. */
@Component
public class StateLine {

    private final RecordStatement statements;
    private final ReportingLines lines;

    StateLine(RecordStatement statements, ReportingLines lines) {
        this.statements = statements;
        this.lines = lines;
    }

    /** For a transaction that locks engineers before it states lines: the lines come first, for everybody. */
    public void lock() {
        lines.lockAll();
    }

    @Transactional
    public Saved state(UUID engineer, NewLine line) {
        if (line.manager().equals(engineer)) {
            throw new BadInput("/manager", "Nobody reports to themselves. Name another manager.");
        }
        lines.lockAll();
        return statements.record(engineer, now -> append(engineer, line, now));
    }

    private boolean append(UUID engineer, NewLine line, Instant now) {
        if (!lines.hasEngineer(line.manager())) {
            throw new BadInput("/manager", "There is no engineer " + line.manager() + ". Create the manager first.");
        }
        if (lines.isStated(engineer, line)) {
            return false;
        }
        lines.append(engineer, line, now);
        if (line.kind() == LineKind.SOLID) {
            lines.circle(engineer).ifPresent(day -> {
                throw new BadInput(
                        "/manager",
                        "On " + day + " this manager reports, through solid lines, to the very person. Change one of"
                                + " those lines first, or use other days.");
            });
        }
        return true;
    }
}
