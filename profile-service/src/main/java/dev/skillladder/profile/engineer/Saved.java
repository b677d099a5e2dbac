package dev.skillladder.profile.engineer;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An engineer after a write.
 *
 * @param isNew something was added: the engineer or a statement
 */
public record Saved(WholeEngineer engineer, boolean isNew) {

    /** 201 for what is new, 200 for what was changed or there already. */
    public ResponseEntity<WholeEngineer> answer() {
        return engineer.answer(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    }
}
