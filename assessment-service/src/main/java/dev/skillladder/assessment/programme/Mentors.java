package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can look after a participant: anybody else who works here. */
@Component
class Mentors {

    private final KnownEngineers engineers;

    Mentors(KnownEngineers engineers) {
        this.engineers = engineers;
    }

    void check(@Nullable UUID mentor, UUID engineer, List<FieldError> errors) {
        if (mentor == null) {
            return;
        }
        KnownEngineer known = engineers.find(List.of(mentor)).get(mentor);
        if (mentor.equals(engineer) || known == null || !known.active()) {
            errors.add(new FieldError("/mentor", "Name somebody else who works here."));
        }
    }
}
