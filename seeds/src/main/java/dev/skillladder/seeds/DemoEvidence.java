package dev.skillladder.seeds;

import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Something a person handed in, a line of {@code demo/evidence.json}.
 *
 * @param verified the manager's reason; null: nobody verified it
 */
record DemoEvidence(
        String key,
        String subject,
        ActionKind kind,
        String title,
        LocalDate observedOn,
        @Nullable LocalDate validUntil,
        List<DemoReview.Rating> ratings,
        @Nullable String verified) {

    static List<DemoEvidence> all() {
        return SeedFiles.read("demo/evidence.json", new TypeReference<>() {});
    }
}
