package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a cohort of the programme that a framework's newest version has. */
@Component
class OpenCohort {

    private static final int LONGEST_NAME = 200;

    private final KnownFrameworks frameworks;
    private final Cohorts cohorts;
    private final Clock clock;

    OpenCohort(KnownFrameworks frameworks, Cohorts cohorts, Clock clock) {
        this.frameworks = frameworks;
        this.cohorts = cohorts;
        this.clock = clock;
    }

    @Transactional
    Cohort open(Caller caller, NewCohort given) {
        List<FieldError> errors = new ArrayList<>();
        String framework = given.framework() == null ? "" : given.framework();
        var version = frameworks.latest(framework);
        Programme programme = version.isPresent()
                ? frameworks.document(framework, version.getAsInt()).programme()
                : null;
        if (programme == null) {
            errors.add(new FieldError("/framework", "Name a published framework that has a growth programme."));
        }
        var name = given.name();
        if (name == null || !fits(name.zh()) || !fits(name.en())) {
            errors.add(new FieldError("/name", "Give a name in zh and en, of 1-" + LONGEST_NAME + " characters."));
        }
        if (given.startsOn() == null) {
            errors.add(new FieldError("/startsOn", "Give the day on which the programme starts."));
        }
        if (!errors.isEmpty() || programme == null || name == null || given.startsOn() == null) {
            throw new BadInput(errors);
        }
        Cohort cohort = new Cohort(
                UUID.randomUUID(),
                framework,
                version.getAsInt(),
                programme.id(),
                name,
                given.startsOn(),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        cohorts.add(cohort);
        return cohort;
    }

    private static boolean fits(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_NAME && text.indexOf('\0') < 0;
    }
}
