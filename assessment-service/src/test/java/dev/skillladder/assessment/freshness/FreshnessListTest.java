package dev.skillladder.assessment.freshness;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.SKILLS;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class FreshnessListTest extends AssessmentTest {

    @Autowired
    private RemindOfAge remind;

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();
    private UUID team = UUID.randomUUID();
    private UUID subteam = UUID.randomUUID();

    @BeforeEach
    void aPersonInATeam() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, BACKEND));
        team = UUID.randomUUID();
        subteam = UUID.randomUUID();
        facts.team(team, "Team", null, null);
        facts.team(subteam, "Part", team, null);
        jdbc.sql(
                        "insert into known_team_membership (engineer, team, from_day, to_day) values (?, ?, '2020-01-01', null)")
                .params(engineer, subteam)
                .update();
    }

    @Test
    void strangersSeeNothing() {
        String stranger = tokenOf(others.engineer(null));
        assertThat(get(stranger, ofPerson()).status()).isEqualTo(403);
        assertThat(get(stranger, ofTeam(team)).status()).isEqualTo(403);
        assertThat(get(stranger, "/api/assessments/freshness").status()).isEqualTo(403);
        assertThat(get(tokenOf(engineer), ofTeam(subteam)).status()).isEqualTo(403);
        assertThat(get(hr(), ofTeam(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(get(hr(), "/api/assessments/freshness?days=367").status()).isEqualTo(400);
        assertThat(get(hr(), "/api/assessments/freshness?days=0").status()).isEqualTo(400);
        assertThat(get(hr(), "/api/assessments/freshness?after=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void aManagersReviewLastsAYearToTheDay() {
        others.observe(engineer, 1, said(Kind.MANAGER, manager, "2025-12-01", null, "java 4"));
        var java = skill(get(tokenOf(engineer), ofPerson()).body(), "java");
        assertThat(java.get("unknownOn").asString()).isEqualTo("2026-12-02");
        assertThat(skill(get(tokenOf(engineer), ofPerson()).body(), "sql")
                        .get("unknownOn")
                        .isNull())
                .isTrue();
        assertThat(list(ofTeam(team) + "?subteams=true&days=30")).isEmpty();
        var soon = list(ofTeam(team) + "?subteams=true&days=31");
        assertThat(soon).hasSize(1);
        assertThat(soon.getFirst().get("on").asString()).isEqualTo("2026-12-02");
        assertThat(soon.getFirst().get("why").asString()).isEqualTo("UNKNOWN");
        assertThat(list(ofTeam(team) + "?limit=50", hr()))
                .as("without subteams nobody is in it")
                .isEmpty();
        assertThat(get(tokenOf(engineer), ofPerson() + "?days=30")
                        .body()
                        .get("items")
                        .size())
                .isZero();
        assertThat(get(tokenOf(engineer), ofPerson() + "?days=31")
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void evidenceThatEndsIsToldWithTheDayOnWhichTooLittleIsLeft() {
        others.observe(
                engineer,
                2,
                said(Kind.MANAGER, manager, "2026-01-10", null, "java 4"),
                said(Kind.EVIDENCE, UUID.randomUUID(), "2026-01-10", LocalDate.parse("2026-11-30"), "java 4"));
        var items = list("/api/assessments/freshness?days=60", tokenOf(manager));
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().get("on").asString()).isEqualTo("2026-12-01");
        assertThat(items.getFirst().get("why").asString()).isEqualTo("EVIDENCE");
        assertThat(items.getFirst().get("unknownOn").asString())
                .as("what the manager said alone lasts a year")
                .isEqualTo("2027-01-11");
    }

    @Test
    void theListsDaysAreThoseOfTheEngineForRandomPeople() {
        var random = new Random(20261101);
        List<UUID> people = new ArrayList<>();
        List<ObservationsRecorded> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID person = others.engineer(manager, role(framework, BACKEND));
            people.add(person);
            for (String skill : SKILLS) {
                for (int voice = 0; voice < 1 + random.nextInt(3); voice++) {
                    events.add(observed(
                            person,
                            random.nextBoolean() ? Kind.MANAGER : Kind.PEER,
                            "source-" + voice,
                            framework,
                            TODAY.minusDays(random.nextInt(400)),
                            NOW,
                            skill + " " + (1 + random.nextInt(9) / 2.0)));
                }
            }
        }
        others.observe(events);
        for (UUID person : people) {
            long expected = events.stream()
                    .filter(event -> event.engineer().equals(person))
                    .count();
            await().until(() -> others.logged(person) == expected);
        }
        Map<String, String> days = new HashMap<>();
        for (UUID person : people) {
            get(tokenOf(person), "/api/assessments/engineers/" + person + "/freshness?days=366")
                    .body()
                    .get("items")
                    .valueStream()
                    .forEach(item -> days.put(
                            person + " " + item.get("skill").asString(),
                            item.get("unknownOn").asString()));
        }
        assertThat(days).hasSizeGreaterThan(10);
        Map<String, String> listed = new HashMap<>();
        String last = "";
        for (JsonNode item : list("/api/assessments/freshness?days=366&limit=7", tokenOf(manager))) {
            listed.put(
                    item.get("engineer").asString() + " " + item.get("skill").asString(),
                    item.get("unknownOn").asString());
            assertThat(item.get("on").asString()).isGreaterThanOrEqualTo(last);
            last = item.get("on").asString();
        }
        assertThat(listed).isEqualTo(days);
    }

    @Test
    void nothingIsDeletedWhenItRunsOut() {
        others.observe(engineer, 1, said(Kind.MANAGER, manager, "2025-12-01", null, "java 4"));
        clock.set(Instant.parse("2026-12-02T12:00:00Z"));
        var java = skill(get(tokenOf(engineer), ofPerson()).body(), "java");
        assertThat(java.get("status").asString()).isEqualTo("UNKNOWN");
        assertThat(java.get("unknownOn").asString()).isEqualTo("2026-12-02");
        assertThat(others.logged(engineer)).isEqualTo(1);
        assertThat(others.count("select count(*) from estimate where engineer = ?", engineer))
                .isEqualTo(1);
    }

    @Test
    void whoseSkillsRunOutIsToldOnceAMonth() {
        others.observe(
                engineer,
                2,
                said(Kind.MANAGER, manager, "2025-11-20", null, "java 4"),
                said(Kind.MANAGER, manager, "2025-12-20", null, "sql 4"));
        remind.run();
        remind.run();
        var told = told(engineer);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/text/en").asString())
                .startsWith("Skills of Somebody ")
                .endsWith(" that become unknown by 2026-12-01 unless they are shown again: 1.");
        assertThat(told.getFirst().at("/text/zh").asString()).isEqualTo("某人有 1 项技能将在 2026-12-01 前因过期而变为未知,请补充新的记录。");
        assertThat(told.getFirst().at("/target/id").asString()).isEqualTo(engineer.toString());
        assertThat(told(manager)).isEmpty();

        clock.set(Instant.parse("2026-12-01T12:00:00Z"));
        remind.run();
        assertThat(told(engineer)).hasSize(2);
        assertThat(told(engineer).getFirst().at("/text/en").asString()).contains("2026-12-31");
    }

    @Test
    void nobodyIsToldOfWhatIsHiddenFromThem() {
        others.observe(engineer, 1, said(Kind.MANAGER, manager, "2025-11-20", null, "java 4"));
        UUID peer = others.engineer(null);
        post(
                tokenOf(engineer),
                "/api/assessments/review-requests",
                "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(engineer, peer));
        assertThat(post(tokenOf(peer), "/api/assessments/reviews", """
                        {"subject": "%s", "kind": "PEER", "framework": "%s", "ratings": [{"skill": "sql", "value": 4}]}
                        """.formatted(engineer, framework))
                        .status())
                .isEqualTo(201);
        await().until(() -> others.logged(engineer) == 2);

        remind.run();

        assertThat(told(engineer)).isEmpty();
    }

    private List<JsonNode> told(UUID person) {
        return get(tokenOf(person), "/api/assessments/inbox").body().get("items").values().stream()
                .filter(notice -> notice.get("kind").asString().equals("RUNS_OUT_SOON"))
                .toList();
    }

    private ObservationsRecorded said(
            Kind kind, UUID source, String day, @Nullable LocalDate validUntil, String rating) {
        var words = rating.split(" ", 2);
        return new ObservationsRecorded(
                engineer,
                kind,
                source.toString(),
                "origin",
                framework,
                1,
                LocalDate.parse(day),
                NOW,
                1,
                List.of(new Rating(words[0], Double.parseDouble(words[1]), 1, validUntil, false)));
    }

    private List<JsonNode> list(String path) {
        return list(path.contains("?") ? path : path + "?limit=50", tokenOf(manager));
    }

    /** All pages. */
    private List<JsonNode> list(String path, String token) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            var answer = get(token, path + after);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
            answer.body().get("items").valueStream().forEach(items::add);
            after = answer.body().get("next").isNull()
                    ? ""
                    : "&after=" + answer.body().get("next").asString();
        } while (!after.isEmpty());
        return items;
    }

    private static JsonNode skill(JsonNode page, String skill) {
        return page.get("items")
                .valueStream()
                .filter(item -> item.get("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow();
    }

    private String ofPerson() {
        return "/api/assessments/engineers/" + engineer + "/freshness";
    }

    private static String ofTeam(UUID team) {
        return "/api/assessments/teams/" + team + "/freshness";
    }
}
