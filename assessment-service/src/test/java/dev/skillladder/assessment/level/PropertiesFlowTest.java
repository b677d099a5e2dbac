package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.SKILLS;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The properties of docs/levels.md through the whole service: submitted by HTTP or told on the topic, through Kafka into the
 * log, read back as levels and explanations. On random people; the seed is fixed.
 */
class PropertiesFlowTest extends AssessmentTest {

    private static final List<String> LEVELS = List.of("junior", "mid", "senior");
    private static final int PEOPLE = 25;

    private final Random random = new Random(20261101);
    private String framework = "";

    @BeforeEach
    void published() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
    }

    @Test
    void orderAndRepetitionNeverChangeABit() {
        List<ObservationsRecorded> events = new ArrayList<>();
        List<UUID> ones = new ArrayList<>();
        List<UUID> twins = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            UUID one = others.engineer(null, role(framework, BACKEND));
            UUID twin = others.engineer(null, role(framework, BACKEND));
            ones.add(one);
            twins.add(twin);
            List<ObservationsRecorded> mine = said(one);
            events.addAll(mine);
            List<ObservationsRecorded> again = new ArrayList<>(mine);
            // the same once more is a new event that says nothing new
            again.addAll(mine.subList(0, mine.size() / 2));
            Collections.shuffle(again, random);
            again.forEach(event -> events.add(about(twin, event)));
        }
        tell(events);
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(numbers(twins.get(i))).isEqualTo(numbers(ones.get(i)));
        }
    }

    @Test
    void verifiedNeverExceedsPossibleAndStatusesFollowWhatIsAsked() {
        List<UUID> people = people();
        for (UUID person : people) {
            JsonNode explanation = explanation(person);
            assertThat(rank(explanation, "verified")).isLessThanOrEqualTo(rank(explanation, "possible"));
            for (JsonNode level : explanation.get("levels")) {
                assertThat(level.get("pLow").asDouble())
                        .isBetween(0.0, level.get("pHigh").asDouble());
                assertThat(level.get("pHigh").asDouble()).isLessThanOrEqualTo(1);
            }
            for (JsonNode line : explanation.get("lines")) {
                String before = "MET";
                for (JsonNode requirement : line.get("requirements")) {
                    String status = requirement.get("status").asString();
                    boolean unknown = status.equals("UNKNOWN");
                    assertThat(unknown)
                            .isEqualTo(
                                    line.at("/requirements/0/status").asString().equals("UNKNOWN"));
                    assertThat(before.equals("NOT_MET") && status.equals("MET")).isFalse();
                    before = status;
                }
            }
        }
    }

    @Test
    void timeAloneOnlyLowersTheWeight() {
        List<UUID> people = people();
        Map<UUID, JsonNode> today = new HashMap<>();
        people.forEach(person -> today.put(person, explanation(person)));
        clock.advance(Duration.ofDays(1 + random.nextInt(300)));
        for (UUID person : people) {
            JsonNode then = explanation(person);
            JsonNode now = today.get(person);
            for (int line = 0; line < now.get("lines").size(); line++) {
                JsonNode before = now.get("lines").get(line).get("estimate");
                JsonNode after = then.get("lines").get(line).get("estimate");
                assertThat(after.isNull()).isEqualTo(before.isNull());
                if (!before.isNull()) {
                    assertThat(after.get("mean").asDouble())
                            .isEqualTo(before.get("mean").asDouble());
                    assertThat(after.get("weight").asDouble())
                            .isLessThan(before.get("weight").asDouble());
                }
            }
        }
    }

    @Test
    void askedAsOfALaterDayNothingButTheWeightChanges() {
        for (UUID person : people()) {
            JsonNode now = explanation(person);
            JsonNode later = get(tokenOf(person), path(person) + "/explanation?asOf=" + TODAY.plusDays(200))
                    .body();
            for (int line = 0; line < now.get("lines").size(); line++) {
                assertThat(later.get("lines").get(line).at("/estimate/mean"))
                        .isEqualTo(now.get("lines").get(line).at("/estimate/mean"));
            }
        }
    }

    /** Reviews and evidence submitted by HTTP, corrected upwards and added to. */
    @Test
    void raisingARatingOrAddingEvidenceNeverLowersAnything() {
        UUID manager = others.engineer(null);
        for (int i = 0; i < PEOPLE; i++) {
            UUID person = others.engineer(manager, role(framework, BACKEND));
            String skill = SKILLS.get(random.nextInt(SKILLS.size()));
            double value = 1 + random.nextInt(7) / 2.0;
            var review =
                    post(tokenOf(manager), "/api/assessments/reviews", """
                    {"subject": "%s", "kind": "MANAGER", "framework": "%s",
                     "ratings": [{"skill": "%s", "value": %s}]}""".formatted(person, framework, skill, value));
            assertThat(review.status()).as("%s", review.body()).isEqualTo(201);
            post(tokenOf(person), "/api/assessments/reviews", """
                    {"subject": "%s", "kind": "SELF", "framework": "%s",
                     "ratings": [{"skill": "%s", "value": %s}]}""".formatted(
                            person, framework, skill, 1 + random.nextInt(9) / 2.0));
            await().until(() -> others.logged(person) == 2);
            JsonNode before = explanation(person);

            var evidence = post(tokenOf(person), "/api/assessments/evidence", """
                    {"subject": "%s", "kind": "PROJECT", "title": "Something", "framework": "%s",
                     "ratings": [{"skill": "%s", "value": %s}]}""".formatted(
                            person, framework, skill, 1 + random.nextInt(9) / 2.0));
            assertThat(evidence.status()).isEqualTo(201);
            await().until(() -> others.logged(person) == 3);
            JsonNode shown = explanation(person);
            notLower(shown, before, skill);

            var raised = send(
                    tokenOf(manager),
                    "PUT",
                    "/api/assessments/reviews/" + review.body().get("id").asString(),
                    """
                    {"subject": "%s", "kind": "MANAGER", "framework": "%s", "reason": "Seen more",
                     "ratings": [{"skill": "%s", "value": %s}]}""".formatted(person, framework, skill, value + 1),
                    "If-Match",
                    "\"1\"");
            assertThat(raised.status()).as("%s", raised.body()).isEqualTo(200);
            await().until(() -> others.logged(person) == 4);
            notLower(explanation(person), shown, skill);
        }
    }

    /** Managers, a peer and the person submit, evidence is entered; read back is exactly what the engine says of it all. */
    @Test
    void whatWasSubmittedIsReadBackAsTheEngineComputesIt() {
        Rules rules = Rules.of(ExampleFramework.document(framework));
        UUID head = others.engineer(null);
        UUID manager = others.engineer(head);
        for (int i = 0; i < PEOPLE / 2; i++) {
            UUID person = others.engineer(manager, role(framework, BACKEND));
            UUID peer = others.engineer(null);
            assertThat(post(tokenOf(person), "/api/assessments/review-requests", """
                            {"subject": "%s", "reviewers": ["%s"]}""".formatted(person, peer))
                            .status())
                    .isEqualTo(201);
            Map<String, List<Observation>> said = new HashMap<>();
            submit(manager, person, Kind.MANAGER, said);
            submit(head, person, Kind.MANAGER, said);
            submit(peer, person, Kind.PEER, said);
            submit(person, person, Kind.SELF, said);
            submit(person, person, Kind.EVIDENCE, said);
            long rows = said.values().stream().mapToLong(List::size).sum();
            await().until(() -> others.logged(person) == rows);

            Map<String, Estimate> estimates = new HashMap<>();
            said.forEach((skill, observations) -> {
                Estimate estimate = Estimator.estimate(rules, skill, observations, TODAY, null);
                if (estimate != null) {
                    estimates.put(skill, estimate);
                }
            });
            LevelResult expected = LevelRule.level(rules, BACKEND, estimates, Map.of(), TODAY, null, Set.of(), null);
            JsonNode level = get(hr(), path(person) + "/level").body();
            assertThat(text(level.get("verified"))).isEqualTo(expected.verified());
            assertThat(text(level.get("possible"))).isEqualTo(expected.possible());
            assertThat(level.get("state").asString()).isEqualTo(expected.state().name());
            assertThat(number(level.get("pLow"))).isEqualTo(expected.pLow());
            assertThat(number(level.get("pHigh"))).isEqualTo(expected.pHigh());
            JsonNode explanation = get(hr(), path(person) + "/explanation").body();
            estimates.forEach(
                    (skill, estimate) -> assertThat(mean(explanation, skill)).isEqualTo(estimate.mean()));
        }
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNull() ? null : (Double) value.asDouble();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asString();
    }

    /** Some random ratings of some random day, remembered as the engine takes them. */
    private void submit(UUID rater, UUID person, Kind kind, Map<String, List<Observation>> said) {
        LocalDate day = TODAY.minusDays(random.nextInt(300));
        boolean little = kind == Kind.PEER && random.nextBoolean();
        double quality = little || kind == Kind.EVIDENCE ? .5 : 1;
        Map<String, Double> values = new TreeMap<>();
        for (String skill : SKILLS) {
            if (values.isEmpty() || random.nextBoolean()) {
                values.put(skill, 1 + random.nextInt(9) / 2.0);
            }
        }
        String ratings = values.entrySet().stream()
                .map(rating -> "{\"skill\": \"%s\", \"value\": %s%s}"
                        .formatted(rating.getKey(), rating.getValue(), little ? ", \"workedLittle\": true" : ""))
                .collect(Collectors.joining(","));
        String body = """
                {"subject": "%s", "kind": "%s", "framework": "%s", "observedOn": "%s", %s "ratings": [%s]}""".formatted(
                        person,
                        kind == Kind.EVIDENCE ? "PROJECT" : kind,
                        framework,
                        day,
                        kind == Kind.EVIDENCE ? "\"title\": \"Something\"," : "",
                        ratings);
        var answer = post(tokenOf(rater), "/api/assessments/" + (kind == Kind.EVIDENCE ? "evidence" : "reviews"), body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        String source = kind == Kind.EVIDENCE ? answer.body().get("id").asString() : rater.toString();
        values.forEach((skill, value) -> said.computeIfAbsent(skill, _ -> new ArrayList<>())
                .add(new Observation(
                        kind,
                        source,
                        value,
                        day,
                        NOW,
                        quality,
                        1,
                        UUID.randomUUID().toString(),
                        false,
                        null)));
    }

    private void notLower(JsonNode after, JsonNode before, String skill) {
        assertThat(mean(after, skill)).isGreaterThanOrEqualTo(mean(before, skill) - 1e-9);
        assertThat(rank(after, "verified")).isGreaterThanOrEqualTo(rank(before, "verified"));
        assertThat(rank(after, "possible")).isGreaterThanOrEqualTo(rank(before, "possible"));
    }

    private static double mean(JsonNode explanation, String skill) {
        return explanation
                .get("lines")
                .valueStream()
                .filter(line -> line.get("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow()
                .at("/estimate/mean")
                .asDouble();
    }

    private static int rank(JsonNode explanation, String which) {
        return explanation.get(which).isNull()
                ? -1
                : LEVELS.indexOf(explanation.get(which).asString());
    }

    private List<UUID> people() {
        List<UUID> people = new ArrayList<>();
        List<ObservationsRecorded> events = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            UUID person = others.engineer(null, role(framework, BACKEND));
            people.add(person);
            events.addAll(said(person));
        }
        tell(events);
        return people;
    }

    private void tell(Collection<ObservationsRecorded> events) {
        others.observe(events);
        Map<UUID, Long> rows = new HashMap<>();
        events.forEach(
                event -> rows.merge(event.engineer(), (long) event.ratings().size(), Long::sum));
        rows.forEach((person, count) -> await().until(() -> others.logged(person) == count));
    }

    private List<ObservationsRecorded> said(UUID person) {
        List<ObservationsRecorded> events = new ArrayList<>();
        for (int voice = 0; voice < 2 + random.nextInt(6); voice++) {
            Kind kind = Kind.values()[random.nextInt(4)];
            LocalDate day = TODAY.minusDays(random.nextInt(500));
            List<Rating> ratings = new ArrayList<>();
            for (String skill : SKILLS) {
                if (ratings.isEmpty() || random.nextBoolean()) {
                    ratings.add(
                            new Rating(skill, 1 + random.nextInt(9) / 2.0, random.nextBoolean() ? 1 : .5, null, false));
                }
            }
            events.add(new ObservationsRecorded(
                    person, kind, "source-" + voice, "origin", framework, 1, day, NOW, 1 + random.nextInt(3), ratings));
        }
        return events;
    }

    private static ObservationsRecorded about(UUID person, ObservationsRecorded event) {
        return new ObservationsRecorded(
                person,
                event.kind(),
                event.source(),
                event.origin(),
                event.framework(),
                event.frameworkVersion(),
                event.observedOn(),
                event.recordedAt(),
                event.revision(),
                event.ratings());
    }

    /** Everything about the level that is a number or a verdict, as it is written. */
    private String numbers(UUID person) {
        JsonNode level = get(tokenOf(person), path(person) + "/level").body();
        StringBuilder all = new StringBuilder();
        for (String field : List.of("verified", "possible", "state", "pLow", "pHigh", "levels", "changesOn")) {
            all.append(level.get(field)).append('\n');
        }
        explanation(person)
                .get("lines")
                .forEach(line -> all.append(line.get("skill"))
                        .append(line.get("estimate"))
                        .append(line.get("requirements"))
                        .append('\n'));
        return all.toString();
    }

    private JsonNode explanation(UUID person) {
        var answer = get(tokenOf(person), path(person) + "/explanation");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String path(UUID person) {
        return "/api/assessments/engineers/" + person;
    }
}
