package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.SECOND_PEER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static dev.skillladder.endtoend.WorkedExample.ratings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.seeds.SeedLoader;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A year of growing on the framework of the article: what a level rests on, the shortest way up, plans, what runs out, another
 * role, and a newcomer's programme. One story in steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrowthStoryTest {

    private static final String FRAMEWORK = "algorithm-engineer";
    private static final String MENTOR = FIRST_PEER;
    private static final String NEWCOMER = SECOND_PEER;
    private static final String PROGRAMMES = "/api/assessments/programmes";

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample people = new WorkedExample(installation, LocalInstallation.GROWTH);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String engineer = "/api/assessments/engineers/" + people.id(ENGINEER);
    private final Map<String, Double> asksOfJuniors = new LinkedHashMap<>();

    private String cohort = "";

    @Test
    @Order(1)
    void somebodyIsReviewedAsAJuniorAlgorithmEngineer() {
        try (var seeds = new SeedLoader(URI.create(installation.gateway()), installation::token, _ -> {})) {
            seeds.loadFramework();
        }
        hire();
        JsonNode document = people.as(ENGINEER)
                .get("/api/catalog/frameworks/" + FRAMEWORK + "/versions/latest")
                .expect(200)
                .json()
                .path("document");
        document.path("roles").values().stream()
                .filter(role -> role.path("id").asString().equals(FRAMEWORK))
                .flatMap(role -> role.path("requirements").values().stream())
                .filter(asked -> asked.path("level").asString().equals("junior"))
                .forEach(asked -> asksOfJuniors.put(
                        asked.path("skill").asString(),
                        asked.path("proficiency").asDouble()));
        assertThat(asksOfJuniors).isNotEmpty();
        eventually()
                .untilAsserted(() -> people.as(MANAGER)
                        .post("/api/assessments/reviews", review(asksOfJuniors))
                        .expect(201));
        eventually()
                .untilAsserted(() -> assertThat(read(ENGINEER, engineer + "/level")
                                .path("verified")
                                .asString())
                        .isEqualTo("junior"));
    }

    @Test
    @Order(2)
    void theLevelIsExplainedInBothLanguagesToThoseWhoMayKnow() {
        people.as(STRANGER).get(engineer + "/explanation").expect(403);
        JsonNode mine = read(ENGINEER, engineer + "/explanation");
        assertThat(mine.path("frameworkVersion").asInt()).isPositive();
        assertThat(mine.path("pLow").asDouble()).isBetween(0.0, 1.0);
        assertThat(mine.path("possible").isNull()).isFalse();
        assertThat(mine.at("/parameters/halfLifeDays").asInt()).isEqualTo(365);
        assertThat(mine.path("nextReview").path("skill").asString()).isNotEmpty();
        for (JsonNode line : mine.path("lines").values()) {
            assertThat(line.at("/sentence/zh").asString()).isNotBlank();
            assertThat(line.at("/sentence/en").asString()).isNotBlank();
        }
        for (JsonNode level : mine.path("levels").values()) {
            assertThat(level.at("/sentence/zh").asString()).isNotBlank();
            assertThat(level.at("/sentence/en").asString()).isNotBlank();
        }
        assertThat(mine.at("/summary/zh").asString()).contains("初级");
        assertThat(mine.at("/summary/en").asString()).contains("Junior");
        assertThat(mine.toString()).contains(people.id(MANAGER).toString());
        assertThat(read("hr", engineer + "/explanation").toString())
                .as("HR reads numbers, not who said them")
                .doesNotContain(people.id(MANAGER).toString());
    }

    @Test
    @Order(3)
    void theShortestWayUpIsProvedAndTheServerSaysItLeadsThere() {
        people.as(STRANGER).get(engineer + "/next-level").expect(403);
        JsonNode next = read(ENGINEER, engineer + "/next-level");
        assertThat(next.path("target").asString()).isEqualTo("mid");
        assertThat(next.path("exact").asBoolean()).isTrue();
        JsonNode best = next.path("paths").path(0);
        assertThat(best.path("steps").size()).isEqualTo(next.path("atLeast").asInt());
        assertThat(best.path("verified").asString()).isEqualTo("mid");
        assertThat(best.at("/sentence/zh").asString()).isNotBlank();

        List<Map<String, Object>> raises = new ArrayList<>();
        best.path("steps")
                .values()
                .forEach(step -> raises.add(Map.of(
                        "skill",
                        step.path("skill").asString(),
                        "to",
                        step.path("to").asDouble())));
        people.as(STRANGER)
                .post(engineer + "/what-if", Map.of("raises", raises))
                .expect(403);
        JsonNode then = people.as(ENGINEER)
                .post(engineer + "/what-if", Map.of("raises", raises))
                .expect(200)
                .json();
        assertThat(then.at("/now/verified").asString()).isEqualTo("junior");
        assertThat(then.at("/then/verified").asString()).isEqualTo("mid");
        JsonNode less = people.as(ENGINEER)
                .post(engineer + "/what-if", Map.of("raises", raises.subList(1, raises.size())))
                .expect(raises.size() > 1 ? 200 : 422)
                .json();
        assertThat(less.at("/then/verified").asString("")).isNotEqualTo("mid");
        people.as(ENGINEER)
                .post(engineer + "/what-if", Map.of("raises", List.of(Map.of("skill", "cooking", "to", 3))))
                .expect(422);
        assertThat(read(ENGINEER, engineer + "/level").path("verified").asString())
                .as("a what-if changes nothing")
                .isEqualTo("junior");
    }

    @Test
    @Order(4)
    void interestsRankTheWays() {
        JsonNode ways = read(ENGINEER, engineer + "/next-level?rank=INTEREST").path("paths");
        String liked = ways.path(ways.size() - 1).at("/steps/0/skill").asString();
        var stated = Map.of("framework", FRAMEWORK, "interests", List.of(Map.of("skill", liked, "interest", 3)));
        people.as(MANAGER).put(engineer + "/interests", stated).expect(403);
        people.as(ENGINEER).put(engineer + "/interests", stated).expect(200);
        people.as(ENGINEER)
                .put(
                        engineer + "/interests",
                        Map.of("framework", FRAMEWORK, "interests", List.of(Map.of("skill", liked, "interest", 9))))
                .expect(422);
        assertThat(read(MANAGER, engineer + "/interests").at("/items/0/skill").asString())
                .isEqualTo(liked);
        assertThat(read(ENGINEER, engineer + "/next-level?rank=INTEREST")
                        .at("/paths/0/interest")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    @Order(5)
    void aPlanIsMadeFromTheFrameworksTemplatesAndGoesOnInTheNextCycle() {
        String actions = engineer + "/development-actions";
        JsonNode step = read(ENGINEER, engineer + "/next-level").at("/paths/0/steps/0");
        String template = step.at("/actions/0/template").asString();
        var wanted = Map.of("framework", FRAMEWORK, "template", template, "dueOn", today.plusDays(60));
        people.as(STRANGER).post(actions, wanted).expect(403);
        people.as(ENGINEER)
                .post(actions, Map.of("framework", FRAMEWORK, "template", template, "dueOn", today.minusDays(1)))
                .expect(422);
        var planned = people.as(ENGINEER).post(actions, wanted).expect(201);
        String action = actions + "/" + planned.json().path("id").asString();
        assertThat(planned.json().path("kind").asString())
                .isEqualTo(step.at("/actions/0/kind").asString());

        people.as(STRANGER).post(actions + "/carry-over", Map.of()).expect(403);
        people.as(MANAGER).post(actions + "/carry-over", Map.of()).expect(409);
        String cycle = people.as("hr")
                .post(
                        "/api/assessments/cycles",
                        Map.of(
                                "name",
                                Map.of("zh", "成长轮", "en", "Growing"),
                                "framework",
                                FRAMEWORK,
                                "to",
                                today.plusDays(20),
                                "people",
                                List.of(people.id(ENGINEER))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        // by this call, or by the job that was faster
        people.as(MANAGER).post(actions + "/carry-over", Map.of()).expect(200);
        assertThat(read(ENGINEER, action).path("cycle").asString()).isEqualTo(cycle);
        assertThat(people.as(MANAGER)
                        .post(actions + "/carry-over", Map.of())
                        .json()
                        .path("carried")
                        .asInt())
                .as("twice changes nothing")
                .isZero();

        String done = "{\"status\": \"DONE\", \"reason\": \"Presented to the group\"}";
        people.as(ENGINEER)
                .send("PUT", action, done, Map.of("If-Match", "\"7\""))
                .expect(412);
        String etag = people.as(ENGINEER).get(action).expect(200).etag();
        people.as(ENGINEER).send("PUT", action, done, Map.of("If-Match", etag)).expect(200);
        String later = people.as(ENGINEER).get(action).expect(200).etag();
        people.as(ENGINEER).send("PUT", action, done, Map.of("If-Match", later)).expect(409);
        assertThat(read(MANAGER, action + "/changes").path("items").size()).isEqualTo(3);

        people.as(ENGINEER)
                .post(actions, Map.of("framework", FRAMEWORK, "template", template, "dueOn", today.plusDays(3)))
                .expect(201);
        eventually().untilAsserted(() -> assertThat(told(ENGINEER)).containsOnlyOnce("ACTION_DUE_SOON"));
        assertThat(told(MANAGER)).doesNotContain("ACTION_DUE_SOON");
    }

    @Test
    @Order(6)
    void whatRunsOutIsKnownToTheDay() {
        people.as(STRANGER).get(engineer + "/freshness").expect(403);
        JsonNode skills = read(ENGINEER, engineer + "/freshness?limit=200").path("items");
        Map<String, String> days = new LinkedHashMap<>();
        skills.valueStream()
                .filter(skill -> !skill.path("unknownOn").isNull())
                .forEach(skill -> days.put(
                        skill.path("skill").asString(), skill.path("unknownOn").asString()));
        assertThat(days).containsKeys(asksOfJuniors.keySet().toArray(String[]::new));
        // one manager, on the day of the review: a half-life and a day
        assertThat(days.values())
                .isSubsetOf(
                        today.plusDays(181).toString(),
                        today.plusDays(366).toString(),
                        today.plusDays(1096).toString());

        String team = "/api/assessments/teams/" + people.team + "/freshness?days=366&limit=200";
        people.as(STRANGER).get(team).expect(403);
        people.as(ENGINEER).get("/api/assessments/freshness").expect(403);
        people.as("hr").get("/api/assessments/freshness?days=367").expect(400);
        JsonNode soon = read(MANAGER, team).path("items");
        assertThat(soon.size()).isEqualTo((int) days.values().stream()
                .filter(day -> !LocalDate.parse(day).isAfter(today.plusDays(366)))
                .count());
        assertThat(read("hr", "/api/assessments/freshness?days=90")
                        .path("items")
                        .toString())
                .doesNotContain(people.id(ENGINEER).toString());
    }

    @Test
    @Order(7)
    void anotherRoleShowsWhatCarriesOverAndWhoElseCouldTakeIt() {
        people.as(STRANGER).get(engineer + "/transfers/prompt-engineer").expect(403);
        people.as(ENGINEER).get(engineer + "/transfers/cook").expect(404);
        people.as(ENGINEER).get(engineer + "/transfers/" + FRAMEWORK).expect(409);
        JsonNode move = read(ENGINEER, engineer + "/transfers/product-manager");
        assertThat(move.path("stated").asBoolean()).isTrue();
        assertThat(move.path("carriesOver").values())
                .anySatisfy(skill -> assertThat(skill.path("rate").asDouble()).isLessThan(1));
        assertThat(move.path("complement").values().stream()
                        .map(skill -> skill.path("skill").asString()))
                .contains("product-life-cycle", "market-research");
        assertThat(move.at("/levels/0/missing").size()).isPositive();
        assertThat(read(ENGINEER, engineer + "/transfers").path("items").size()).isEqualTo(6);

        String candidates = "/api/assessments/roles/" + FRAMEWORK + "/prompt-engineer/candidates";
        people.as(ENGINEER).get(candidates).expect(403);
        List<String> below = new ArrayList<>();
        read(MANAGER, candidates)
                .path("items")
                .values()
                .forEach(one -> below.add(one.path("engineer").asString()));
        assertThat(below)
                .containsExactlyInAnyOrder(
                        people.id(ENGINEER).toString(),
                        people.id(NEWCOMER).toString(),
                        people.id(MENTOR).toString());
        assertThat(below.getFirst()).isEqualTo(people.id(ENGINEER).toString());
        assertThat(read("hr", candidates + "?limit=1").path("items").size()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void aNewcomerIsCheckedAndAPersonAdmits() {
        var opened = Map.of(
                "framework",
                FRAMEWORK,
                "name",
                Map.of("zh", "本届新人", "en", "This intake"),
                "startsOn",
                today.minusMonths(7));
        people.as(MANAGER).post(PROGRAMMES + "/cohorts", opened).expect(403);
        cohort = PROGRAMMES + "/cohorts/"
                + people.as("hr")
                        .post(PROGRAMMES + "/cohorts", opened)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        JsonNode entry =
                people.as(NEWCOMER).get(PROGRAMMES + "?limit=200").expect(200).json().path("items").values().stream()
                        .filter(template ->
                                template.path("framework").asString().equals(FRAMEWORK))
                        .findFirst()
                        .orElseThrow()
                        .at("/programme/entry");
        JsonNode weak = check(entry, -1);
        assertThat(weak.path("passed").asBoolean()).isFalse();
        people.as("hr").post(cohort + "/admissions", body(entry, 0)).expect(409);
        decide(weak, Map.of("outcome", "REFUSED", "reason", "Mathematics first"), 200);
        decide(weak, Map.of("outcome", "ADMITTED", "reason", "After all"), 409);
        assertThat(told(NEWCOMER)).contains("PROGRAMME_REFUSED").doesNotContain("PROGRAMME_ADMITTED");

        JsonNode good = check(entry, 0);
        assertThat(good.path("passed").asBoolean()).isTrue();
        people.as(NEWCOMER)
                .get(PROGRAMMES + "/participants/" + people.id(NEWCOMER))
                .expect(404);
        decide(good, Map.of("outcome", "ADMITTED"), 422);
        decide(good, Map.of("outcome", "ADMITTED", "reason", "Ready", "mentor", people.id(MENTOR)), 200);
        assertThat(told(NEWCOMER)).containsOnlyOnce("PROGRAMME_ADMITTED").containsOnlyOnce("MENTOR_ASSIGNED");
        assertThat(told(MENTOR)).containsOnlyOnce("MENTOR_OF");
        people.as("hr").post(cohort + "/admissions", body(entry, 0)).expect(409);

        var over =
                Map.of("framework", FRAMEWORK, "name", Map.of("zh", "旧", "en", "Old"), "startsOn", today.minusYears(4));
        String old = people.as("hr")
                .post(PROGRAMMES + "/cohorts", over)
                .expect(201)
                .json()
                .path("id")
                .asString();
        people.as("hr")
                .post(PROGRAMMES + "/cohorts/" + old + "/admissions", body(entry, 0))
                .expect(409);
    }

    @Test
    @Order(9)
    void milestonesAndCoursesShowWhoIsLate() {
        String participant = PROGRAMMES + "/participants/" + people.id(NEWCOMER);
        people.as(STRANGER).get(participant).expect(403);
        people.as(ENGINEER).get(participant).expect(403);
        people.as(MANAGER).get(cohort).expect(403);
        JsonNode mine = read(NEWCOMER, participant).path("progress");
        assertThat(mine.path("track").asString()).as("half a year has passed").isEqualTo("LATE");
        assertThat(mine.at("/milestones/0/status").asString()).isEqualTo("LATE");
        assertThat(mine.at("/milestones/0/missing").size()).isPositive();
        for (String user : List.of(NEWCOMER, MENTOR)) {
            eventually().untilAsserted(() -> assertThat(told(user)).containsOnlyOnce("MILESTONE_LATE"));
        }
        JsonNode late = read(NEWCOMER, "/api/assessments/inbox").path("items").values().stream()
                .filter(notice -> notice.path("kind").asString().equals("MILESTONE_LATE"))
                .findFirst()
                .orElseThrow();
        assertThat(late.at("/text/zh").asString()).contains("里程碑");
        assertThat(late.at("/text/en").asString()).contains("is not reached yet");
        assertThat(told(STRANGER)).isEmpty();
        people.as(NEWCOMER)
                .post(
                        "/api/assessments/evidence",
                        Map.of(
                                "subject",
                                people.id(NEWCOMER),
                                "kind",
                                "TOOL_COURSE",
                                "title",
                                "Git",
                                "framework",
                                FRAMEWORK,
                                "ratings",
                                ratings(Map.of("version-control", 2))))
                .expect(201);
        assertThat(read(MENTOR, PROGRAMMES + "/mentees")
                        .at("/items/0/progress/courses/0/doneOn")
                        .asString())
                .isEqualTo(today.toString());
        JsonNode view = read("hr", cohort);
        assertThat(view.path("late").asInt()).isEqualTo(1);
        assertThat(view.at("/months/0/late").asInt()).isEqualTo(1);
        assertThat(view.at("/months/3/upcoming").asInt()).isEqualTo(1);

        // the manager says so late, about a day in time
        eventually()
                .untilAsserted(() -> people.as(MANAGER)
                        .post(
                                "/api/assessments/reviews",
                                Map.of(
                                        "subject", people.id(NEWCOMER),
                                        "kind", "MANAGER",
                                        "framework", FRAMEWORK,
                                        "observedOn", today.minusMonths(2),
                                        "ratings",
                                                ratings(Map.of(
                                                        "programming", 2,
                                                        "version-control", 2,
                                                        "coding-standards", 2,
                                                        "pytorch", 2,
                                                        "data-analysis", 2))))
                        .expect(201));
        eventually()
                .untilAsserted(() -> assertThat(
                                read("hr", cohort).at("/months/0/reached").asInt())
                        .isEqualTo(1));
        assertThat(read(NEWCOMER, participant).at("/progress/track").asString()).isEqualTo("ON_TRACK");
    }

    private JsonNode check(JsonNode entry, double more) {
        return people.as("hr")
                .post(cohort + "/admissions", body(entry, more))
                .expect(201)
                .json();
    }

    private Map<String, Object> body(JsonNode entry, double more) {
        List<Map<String, Object>> observations = new ArrayList<>();
        entry.values()
                .forEach(asked -> observations.add(Map.of(
                        "skill",
                        asked.path("skill").asString(),
                        "kind",
                        "MANAGER",
                        "source",
                        "interview",
                        "value",
                        Math.max(1, asked.path("proficiency").asDouble() + more),
                        "observedOn",
                        today)));
        return Map.of("engineer", people.id(NEWCOMER), "observations", observations);
    }

    private void decide(JsonNode admission, Map<String, Object> decision, int expected) {
        people.as("hr")
                .post(PROGRAMMES + "/admissions/" + admission.path("id").asString() + "/decision", decision)
                .expect(expected);
    }

    private Map<String, Object> review(Map<String, ? extends Number> ratings) {
        return Map.of(
                "subject", people.id(ENGINEER), "kind", "MANAGER", "framework", FRAMEWORK, "ratings", ratings(ratings));
    }

    /** Kinds of the user's notices. */
    private List<String> told(String user) {
        return read(user, "/api/assessments/inbox?limit=200").path("items").values().stream()
                .map(notice -> notice.path("kind").asString())
                .toList();
    }

    private JsonNode read(String user, String path) {
        return people.as(user).get(path).expect(200).json();
    }

    /** The manager, three who report to them, and a stranger; all but the two at the ends are algorithm engineers. */
    private void hire() {
        var hr = people.as("hr");
        hr.put("/api/profiles/teams/" + people.team, Map.of("name", Map.of("zh", "成长组", "en", "Growth")))
                .expect(201);
        for (String user : List.of(MANAGER, ENGINEER, MENTOR, NEWCOMER, STRANGER)) {
            hr.put(
                            "/api/profiles/engineers/" + people.id(user),
                            Map.of(
                                    "identity",
                                    LocalInstallation.GROWTH + user,
                                    "employeeNumber",
                                    "G-" + user,
                                    "name",
                                    Map.of("zh", "成长", "en", user),
                                    "email",
                                    LocalInstallation.GROWTH + user + "@skillladder.example",
                                    "hireDate",
                                    today.minusYears(1),
                                    "state",
                                    "ACTIVE"))
                    .expect(201);
        }
        for (String user : List.of(ENGINEER, MENTOR, NEWCOMER)) {
            String path = "/api/profiles/engineers/" + people.id(user);
            LocalDate since = today.minusYears(1);
            eventually()
                    .untilAsserted(() -> hr.post(
                                    path + "/reporting-lines",
                                    Map.of("manager", people.id(MANAGER), "kind", "SOLID", "from", since))
                            .expect(200, 201));
            hr.post(path + "/team-memberships", Map.of("team", people.team, "from", since))
                    .expect(200, 201);
            eventually()
                    .untilAsserted(() -> hr.post(
                                    path + "/role-assignments",
                                    Map.of("framework", FRAMEWORK, "role", FRAMEWORK, "from", since))
                            .expect(200, 201));
        }
    }
}
