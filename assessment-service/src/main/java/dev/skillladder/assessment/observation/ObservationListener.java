package dev.skillladder.assessment.observation;

import dev.skillladder.assessment.mapping.Stated;
import java.util.List;
import java.util.Map;

/** Wants to know what was observed; called in the batch's transaction, with the engineers' rows locked. */
public interface ObservationListener {

    /**
     * Some skills were observed anew.
     *
     * @param histories everything in the log about each of them
     */
    void observed(Map<PersonSkill, List<Stated>> histories);
}
