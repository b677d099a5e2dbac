package dev.skillladder.seeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Opens the demo's cohorts and admits their newcomers; what is there already is left out. */
final class LoadProgramme {

    private static final String HR = "hr";
    private static final String COHORTS = "/api/assessments/programmes/cohorts";

    private final Api api;
    private final DemoOrganisation organisation;

    LoadProgramme(Api api, DemoOrganisation organisation) {
        this.api = api;
        this.organisation = organisation;
    }

    void load() {
        Map<String, String> there = items(COHORTS + "?limit=200").stream()
                .collect(Collectors.toMap(
                        cohort -> cohort.at("/name/en").asString(""),
                        cohort -> cohort.path("id").asString(""),
                        (newest, _) -> newest));
        for (DemoCohort cohort : DemoCohort.all()) {
            String id = there.containsKey(cohort.name().en())
                    ? there.get(cohort.name().en())
                    : open(cohort);
            admit(cohort, COHORTS + "/" + id);
        }
    }

    private String open(DemoCohort cohort) {
        return api.postWhenKnown(
                        HR,
                        COHORTS,
                        Map.of(
                                "framework",
                                DemoHistory.FRAMEWORK,
                                "name",
                                cohort.name(),
                                "startsOn",
                                cohort.startsOn()),
                        "seed_cohort_" + cohort.key())
                .path("id")
                .asString("");
    }

    private void admit(DemoCohort cohort, String path) {
        Set<String> there = items(path + "/admissions?limit=200").stream()
                .map(admission -> admission.path("engineer").asString(""))
                .collect(Collectors.toSet());
        cohort.participants().stream()
                .filter(newcomer -> !there.contains(
                        organisation.person(newcomer.person()).id().toString()))
                .forEach(newcomer -> admit(cohort, newcomer, path));
    }

    private void admit(DemoCohort cohort, DemoCohort.Newcomer newcomer, String path) {
        String key = "seed_admission_" + newcomer.person();
        List<Map<String, Object>> seen = newcomer.check().stream()
                .map(rating -> observation(rating, cohort.startsOn()))
                .toList();
        JsonNode check = api.postWhenKnown(
                HR,
                path + "/admissions",
                Map.of(
                        "engineer",
                        organisation.person(newcomer.person()).id(),
                        "asOf",
                        cohort.startsOn().minusMonths(1),
                        "observations",
                        seen),
                key);
        api.post(
                HR,
                "/api/assessments/programmes/admissions/" + check.path("id").asString("") + "/decision",
                Map.of(
                        "outcome",
                        "ADMITTED",
                        "reason",
                        newcomer.reason(),
                        "mentor",
                        organisation.person(newcomer.mentor()).id()),
                key + "_decision");
    }

    private static Map<String, Object> observation(DemoReview.Rating rating, LocalDate on) {
        return Map.of(
                "skill",
                rating.skill(),
                "kind",
                "MANAGER",
                "source",
                "interview",
                "value",
                rating.value(),
                "observedOn",
                on.minusMonths(1));
    }

    private List<JsonNode> items(String path) {
        return List.copyOf(
                Api.accepted("GET " + path, api.get(HR, path)).path("items").values());
    }
}
