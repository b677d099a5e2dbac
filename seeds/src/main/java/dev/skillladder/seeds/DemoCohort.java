package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Newcomers who started the growth programme together, {@code demo/programme.json}. */
record DemoCohort(String key, Text name, LocalDate startsOn, List<Newcomer> participants) {

    /**
     * Somebody who was admitted.
     *
     * @param check what the interviewers saw
     */
    record Newcomer(String person, String mentor, String reason, List<DemoReview.Rating> check) {}

    static List<DemoCohort> all() {
        return SeedFiles.read("demo/programme.json", new TypeReference<>() {});
    }
}
