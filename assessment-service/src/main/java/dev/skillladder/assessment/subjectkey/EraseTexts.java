package dev.skillladder.assessment.subjectkey;

import dev.skillladder.assessment.knownengineer.EngineerListener;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Destroys the keys of people whom profile-service erased, in the transaction that forgets their names. */
@Component
class EraseTexts implements EngineerListener {

    private final SubjectKeys keys;

    EraseTexts(SubjectKeys keys) {
        this.keys = keys;
    }

    @Override
    public void changed(Collection<UUID> engineers) {
        // what a person's texts are sealed with does not depend on what is known about them
    }

    @Override
    public void erased(Collection<UUID> engineers) {
        keys.destroy(engineers);
    }
}
