package dev.skillladder.assessment.blindness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reviews outside of cycles: who sees what, and when. */
class BlindnessTest extends AssessmentTest {

    private final UUID team = UUID.randomUUID();
    private final Person director = Person.named("director");
    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person colleague = Person.named("colleague");
    private final List<Person> peers = List.of(Person.named("one"), Person.named("two"), Person.named("three"));
    private final String hr = Person.named("hr").token("hr");

    @BeforeEach
    void organisation() {
        facts.team(team, "Blind", null, null);
        facts.known(
                Statements.about(director),
                Statements.about(manager).below(director),
                Statements.about(engineer).below(manager).backend().team(team, "2020-01-01", null),
                Statements.about(colleague).below(manager).backend().team(team, "2020-01-01", null));
        peers.forEach(peer -> facts.known(Statements.about(peer)));
        review(manager, "MANAGER", "2026-09-01", "java 3", 1);
    }

    @Test
    void hidesASelfReviewFromAManagerWithADraftEverywhere() {
        clock.set(NOW.plusSeconds(60)); // after the manager's last review
        review(engineer, "SELF", "2026-11-01", "java 5, sql 5", 3);
        assertThat(java(manager)).isGreaterThan(3); // no review is due: nothing is hidden
        double whole = java(manager);
        draft(manager);

        assertThat(java(manager)).isEqualTo(3);
        assertThat(matrixMean(manager)).isEqualTo(3);
        assertThat(kinds(manager)).doesNotContain("SELF");
        assertThat(get(manager, "/level").text())
                .isNotEqualTo(get(director, "/level").text());
        assertThat(get(manager, "/observations").json().at("/items").size()).isOne();
        assertThat(reviews(manager)).isEqualTo(1);
        assertThat(get(manager, "/level?asOf=2026-11-01&knownAt=2026-11-02T00:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(get(manager, "/history").json().at("/items"))
                .noneMatch(point -> point.at("/day").asString().equals("2026-11-01"));
        String id = api.get(engineer.token(), "/api/assessments/reviews?kind=SELF&subject=" + engineer)
                .at("/items/0/id");
        assertThat(api.get(manager.token(), "/api/assessments/reviews/" + id).status())
                .isEqualTo(403);
        assertThat(api.get(manager.token(), "/api/assessments/reviews/" + id + "/revisions")
                        .status())
                .isEqualTo(403);

        for (String token : List.of(hr, director.token(), engineer.token())) {
            assertThat(java(token)).isCloseTo(whole, within(1e-9));
            assertThat(api.get(token, "/api/assessments/reviews/" + id).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void showsItOnceTheManagerHasSubmitted() {
        clock.set(NOW.plusSeconds(60));
        review(engineer, "SELF", "2026-11-01", "java 5", 2);
        draft(manager);
        assertThat(reviews(manager)).isEqualTo(1);

        api.call("POST", manager.token(), draftPath(manager), "", "If-Match", "\"1\"");
        await().atMost(Duration.ofSeconds(30)).until(() -> others.logged(engineer.id()) == 3);

        assertThat(reviews(manager)).isEqualTo(3);
        assertThat(kinds(manager)).contains("SELF");
        assertThat(java(manager)).isEqualTo(java(hr));
    }

    @Test
    void hidesPeersFromThePersonUntilTheThirdAnswers() {
        ask();
        review(peers.get(0), "PEER", "2026-11-01", "java 5", 2);
        review(peers.get(1), "PEER", "2026-11-01", "java 5", 3);

        assertThat(java(engineer)).isEqualTo(3);
        assertThat(kinds(engineer)).doesNotContain("PEER");
        assertThat(get(engineer, "/observations").json().at("/items").size()).isOne();
        assertThat(reviews(engineer)).isEqualTo(1);
        assertThat(java(manager)).isGreaterThan(3);
        assertThat(java(engineer.token("hr"))).isEqualTo(3);

        review(peers.get(2), "PEER", "2026-11-01", "java 5", 4);

        assertThat(java(engineer)).isEqualTo(java(manager));
        assertThat(reviews(engineer)).isEqualTo(4);
        Reply explanation = get(engineer, "/explanation");
        peers.forEach(peer -> assertThat(explanation.text()).doesNotContain(peer.toString()));
    }

    @Test
    void showsManagersOnlyTheMeanOfTwoPeers() {
        ask();
        review(peers.get(0), "PEER", "2026-11-01", "java 5", 2);
        review(peers.get(1), "PEER", "2026-11-01", "java 2", 3);

        for (String reader : List.of(manager.token(), hr)) {
            List<Double> shown = inputs(reader)
                    .filter(input -> input.at("/kind").asString().equals("PEER"))
                    .map(input -> input.at("/value").asDouble())
                    .toList();
            assertThat(shown).containsExactly(3.5);
        }
    }

    @Test
    void hidesNothingWhereNothingWasSaidSince() {
        clock.set(NOW.plusSeconds(60));
        draft(manager);

        assertThat(java(manager)).isEqualTo(java(hr));
        assertThat(matrixMean(manager)).isEqualTo(3);
    }

    @Test
    void holdsProposalsBackFromABlindManager() {
        jdbc.sql("update engineer_level set state = 'PROPOSE' where engineer = ?")
                .param(engineer.id())
                .update();
        assertThat(proposals(manager)).contains(engineer.toString());
        clock.set(NOW.plusSeconds(60));
        review(engineer, "SELF", "2026-11-01", "mentoring 1", 2);
        draft(manager);
        jdbc.sql("update engineer_level set state = 'PROPOSE' where engineer = ?")
                .param(engineer.id())
                .update();

        assertThat(proposals(manager)).doesNotContain(engineer.toString());
        assertThat(proposals(director)).contains(engineer.toString());
    }

    @Test
    void hidesTheCyclesSelfReviewFromEverybodyAboveUntilTheyHaveReviewed() {
        clock.set(NOW.plusSeconds(60));
        UUID cycle = cycle("2026-12-31");
        clock.set(NOW.plusSeconds(120));
        review(engineer, "SELF", "2026-11-01", "java 5", 2);

        for (Person above : List.of(manager, director)) {
            assertThat(java(above)).isEqualTo(3);
            assertThat(reviews(above)).isEqualTo(1);
            assertThat(api.get(above.token(), path("/comparison")).status()).isEqualTo(409);
        }
        assertThat(java(hr)).isGreaterThan(3);

        review(manager, "MANAGER", "2026-11-01", "java 3", 3);
        assertThat(java(manager)).isEqualTo(java(hr));
        assertThat(api.get(manager.token(), path("/comparison")).at("/skills/0/managers/0/difference"))
                .isEqualTo("-2.0");
        assertThat(reviews(director)).isEqualTo(2);

        jdbc.sql("update cycle set state = 'CLOSED', closed_at = ?::timestamptz where id = ?")
                .params(clock.instant().toString(), cycle)
                .update();
        assertThat(java(director)).isEqualTo(java(hr));
    }

    @Test
    void showsFewPeersOfACycleToThePersonOnceItsLastDayIsOver() {
        clock.set(NOW.plusSeconds(60));
        cycle("2026-11-01");
        clock.set(NOW.plusSeconds(120));
        ask();
        review(peers.get(0), "PEER", "2026-11-01", "java 5", 2);
        assertThat(java(engineer)).isEqualTo(3);
        assertThat(api.get(engineer.token(), path("/comparison")).at("/skills/0/peers"))
                .isNull();

        clock.set(NOW.plusSeconds(24 * 3600));

        assertThat(java(engineer)).isEqualTo(java(hr)).isGreaterThan(3);
        assertThat(api.get(engineer.token(), path("/comparison")).at("/skills/0/peers/mean"))
                .isEqualTo("5.0");
    }

    @Test
    void comparesForThePersonManagersAboveAndHrOnly() {
        assertThat(api.get(colleague.token(), path("/comparison")).status()).isEqualTo(403);
        assertThat(api.get(peers.get(0).token("operator"), path("/comparison")).status())
                .isEqualTo(403);
        for (String reader : List.of(engineer.token(), manager.token(), director.token(), hr)) {
            assertThat(api.get(reader, path("/comparison")).at("/skills/0/managers/0/value"))
                    .isEqualTo("3.0");
        }
    }

    /** A cycle of the engineer that began now, as package cycle stores it. */
    private UUID cycle(String lastDay) {
        UUID id = UUID.randomUUID();
        String now = clock.instant().toString();
        jdbc.sql("""
                        insert into cycle (id, name_zh, name_en, framework, framework_version, from_day, to_day, due_day,
                                           subteams, self, manager, peers, remind_days_before, state, revision, opened_by, created_at)
                        values (?, '秋', 'Autumn', 'example', 1, '2026-11-01', ?::date, ?::date, true, true, true, 0, 7, 'OPEN', 1,
                                'hr', ?::timestamptz)
                        """).params(id, lastDay, lastDay, now).update();
        jdbc.sql("""
                        insert into cycle_participant (cycle, engineer, state, joined_at)
                        values (?, ?, 'ACTIVE', ?::timestamptz)
                        """).params(id, engineer.id(), now).update();
        return id;
    }

    private String proposals(Person reader) {
        return api.get(reader.token(), "/api/assessments/proposals").text();
    }

    private void ask() {
        assertThat(api.post(
                                engineer.token(),
                                "/api/assessments/review-requests",
                                "{\"subject\": \"%s\", \"reviewers\": [\"%s\", \"%s\", \"%s\"]}"
                                        .formatted(engineer, peers.get(0), peers.get(1), peers.get(2)))
                        .status())
                .isEqualTo(201);
    }

    /** Submits and waits until the log holds as many rows. */
    private void review(Person rater, String kind, String day, String ratings, int rows) {
        StringBuilder json = new StringBuilder();
        for (String rating : ratings.split(", ", -1)) {
            String[] words = rating.split(" ", -1);
            json.append(json.isEmpty() ? "" : ", ")
                    .append("{\"skill\": \"%s\", \"value\": %s}".formatted(words[0], words[1]));
        }
        assertThat(api.post(rater.token(), "/api/assessments/reviews", """
                        {"subject": "%s", "kind": "%s", "framework": "example", "observedOn": "%s", "ratings": [%s]}
                        """.formatted(engineer, kind, day, json))
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(30)).until(() -> others.logged(engineer.id()) == rows);
    }

    private void draft(Person rater) {
        assertThat(api.call(
                                "PATCH",
                                rater.token(),
                                "/api/assessments/review-drafts/" + engineer + "/MANAGER",
                                "{\"framework\": \"example\", \"ratings\": {\"java\": {\"value\": 4}}}",
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(200);
    }

    private String draftPath(Person rater) {
        assertThat(rater).isEqualTo(manager);
        return "/api/assessments/review-drafts/" + engineer + "/MANAGER/submission";
    }

    private Reply get(Person reader, String what) {
        return api.get(reader.token(), path(what));
    }

    private String path(String what) {
        return "/api/assessments/engineers/" + engineer + what;
    }

    private int reviews(Person reader) {
        return api.get(reader.token(), "/api/assessments/reviews?subject=" + engineer)
                .json()
                .at("/items")
                .size();
    }

    private double java(Person reader) {
        return java(reader.token());
    }

    private List<String> kinds(Person reader) {
        return inputs(reader.token()).map(input -> input.at("/kind").asString()).toList();
    }

    private Stream<JsonNode> inputs(String token) {
        return api.get(token, path("/explanation"))
                .json()
                .at("/lines")
                .valueStream()
                .flatMap(line -> line.at("/inputs").valueStream());
    }

    /** The estimate of java as the reader's explanation gives it. */
    private double java(String token) {
        return api.get(token, path("/explanation"))
                .json()
                .at("/lines")
                .valueStream()
                .filter(line -> line.at("/skill").asString().equals("java"))
                .map(line -> line.at("/estimate/mean").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private double matrixMean(Person reader) {
        Reply matrix = api.get(reader.token(), "/api/assessments/teams/" + team + "/matrix");
        assertThat(matrix.at("/cellFields/0")).isEqualTo("mean");
        List<String> people = matrix.json()
                .at("/people")
                .valueStream()
                .map(person -> person.at("/engineer").asString())
                .toList();
        List<String> skills = matrix.json()
                .at("/skills")
                .valueStream()
                .map(skill -> skill.at("/skill").asString())
                .toList();
        return matrix.json()
                .at("/people/%d/cells/%d/0".formatted(people.indexOf(engineer.toString()), skills.indexOf("java")))
                .asDouble();
    }
}
