package dev.skillladder.assessment.decision;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private String framework;
    private UUID manager;
    private UUID engineer;

    @BeforeEach
    void aProposal() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, STREAMING));
        others.observe(
                engineer,
                3,
                observed(engineer, Kind.MANAGER, manager.toString(), framework, DAY, NOW, "kafka 5"),
                observed(engineer, Kind.PEER, "p1", framework, DAY, NOW, "kafka 5"),
                observed(engineer, Kind.PEER, "p2", framework, DAY, NOW, "kafka 5"));
    }

    @Test
    void onlyManagersAboveDecideAndNeverAboutThemselves() {
        UUID stranger = others.engineer(null);
        String body = decision("CONFIRMED", "mid", "Led the migration.");

        assertThat(post(tokenOf(engineer), path(), body).status()).isEqualTo(403);
        assertThat(post(tokenOf(stranger), path(), body).status()).isEqualTo(403);
        assertThat(post(hr(), path(), body).status()).isEqualTo(403);
        assertThat(get(tokenOf(stranger), path()).status()).isEqualTo(403);
        assertThat(get(hr(), path()).body().get("items").size()).isZero();
    }

    @Test
    void aConfirmedLevelCountsAtOnce() {
        Answer answer = decide(decision("CONFIRMED", "senior", "Led the migration."));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().get("decidedBy").asString()).isEqualTo(manager.toString());
        assertThat(level("").get("confirmed").asString()).isEqualTo("senior");
        assertThat(level("").get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(proposed(tokenOf(manager))).doesNotContain(engineer.toString());
        assertThat(get(tokenOf(engineer), path()).body().get("items").size()).isEqualTo(1);
    }

    @Test
    void aDecisionCountsFromItsDayAndIsKnownFromItsRecord() {
        decide("""
                {"outcome": "CONFIRMED", "level": "junior", "reason": "Agreed in spring.", "validFrom": "2026-03-01"}
                """);

        assertThat(level("?asOf=2026-02-28").get("confirmed").isNull()).isTrue();
        assertThat(level("?asOf=2026-03-01").get("confirmed").asString()).isEqualTo("junior");
        assertThat(level("?knownAt=2026-10-31T00:00:00Z").get("confirmed").isNull())
                .isTrue();
    }

    @Test
    void aRejectionHidesTheProposalUntilTheVerifiedLevelChanges() {
        assertThat(level("").get("state").asString()).isEqualTo("PROPOSE");
        String verified = level("").get("verified").asString();
        assertThat(proposed(tokenOf(manager))).contains(engineer.toString());

        decide(decision("REJECTED", verified, "Not yet on call."));
        assertThat(level("").get("state").asString()).isEqualTo("PROPOSE");
        assertThat(proposed(tokenOf(manager))).doesNotContain(engineer.toString());

        clock.set(NOW.plusSeconds(60));
        others.observe(
                engineer,
                6,
                observed(engineer, Kind.MANAGER, manager.toString(), framework, DAY, NOW.plusSeconds(60), "kafka 3.4"),
                observed(engineer, Kind.PEER, "p1", framework, DAY, NOW.plusSeconds(60), "kafka 3.4"),
                observed(engineer, Kind.PEER, "p2", framework, DAY, NOW.plusSeconds(60), "kafka 3.4"));
        assertThat(level("").get("verified").asString()).isEqualTo("mid");
        assertThat(proposed(tokenOf(manager))).contains(engineer.toString());
    }

    @Test
    void proposalsShowOnlyPeopleBelow() {
        UUID stranger = others.engineer(null);

        assertThat(proposed(tokenOf(manager))).containsExactly(engineer.toString());
        assertThat(proposed(tokenOf(stranger))).isEmpty();
        assertThat(proposed(tokenOf(engineer))).isEmpty();
        assertThat(proposed(hr())).contains(engineer.toString());
    }

    @Test
    void theSameRequestTwiceIsOneDecision() {
        String body = decision("CONFIRMED", "mid", "Led the migration.");

        String seen = etag();
        Answer first =
                send(tokenOf(manager), "POST", path(), body, "Idempotency-Key", "key-" + engineer, "If-Match", seen);
        Answer second =
                send(tokenOf(manager), "POST", path(), body, "Idempotency-Key", "key-" + engineer, "If-Match", seen);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(get(hr(), path()).body().get("items").size()).isEqualTo(1);
    }

    @Test
    void nobodyDecidesWhatTheyHaveNotLookedAtOrWhatHasChanged() {
        String body = decision("CONFIRMED", "senior", "Led the migration.");
        assertThat(post(tokenOf(manager), path(), body).status()).isEqualTo(428);
        String seen = etag();
        assertThat(etag()).as("the same content").isEqualTo(seen);

        others.observe(engineer, 4, observed(engineer, Kind.PEER, "p3", framework, DAY, NOW.plusSeconds(1), "kafka 4"));
        assertThat(send(tokenOf(manager), "POST", path(), body, "If-Match", seen)
                        .status())
                .isEqualTo(412);
        assertThat(get(hr(), path()).body().get("items").size()).isZero();

        assertThat(decide(body).status()).isEqualTo(201);
        assertThat(send(tokenOf(manager), "POST", path(), body, "If-Match", seen)
                        .status())
                .as("too late")
                .isEqualTo(412);
    }

    @Test
    void theViewShowsEveryInputAndSelectsNothing() {
        JsonNode view =
                get(tokenOf(manager), "/api/assessments/proposals/" + engineer).body();

        assertThat(view.get("proposed").asString()).isEqualTo("senior");
        assertThat(view.at("/levels/2/met/0/skill").asString()).isEqualTo("kafka");
        assertThat(view.at("/levels/2/unmet").size()).isZero();
        assertThat(view.at("/weighMost/0/kind").asString()).isEqualTo("PEER");
        assertThat(view.at("/weighMost/0/count").asInt())
                .as("two peers together")
                .isEqualTo(2);
        assertThat(view.at("/weighMost/1/kind").asString()).isEqualTo("MANAGER");
        assertThat(view.at("/explanation/lines").size()).isPositive();
        assertThat(view.propertyNames()).doesNotContain("outcome", "reason");
        assertThat(view.toString()).doesNotContain("p1").doesNotContain("p2");
        for (String path : List.of("/contests", "/exemptions", "/disagreements")) {
            assertThat(view.at(path).isArray()).as(path).isTrue();
        }
        UUID stranger = others.engineer(null);
        for (String token : List.of(tokenOf(engineer), tokenOf(stranger))) {
            assertThat(get(token, "/api/assessments/proposals/" + engineer).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anOverrideIsVisibleWhereverTheLevelIsShown() {
        JsonNode decided =
                decide(decision("CONFIRMED", "mid", "Not yet on call.")).body();

        assertThat(decided.get("override").asBoolean()).isTrue();
        assertThat(decided.get("proposed").asString()).isEqualTo("senior");
        assertThat(level("").get("override").asBoolean()).isTrue();
        assertThat(get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/history")
                        .body()
                        .at("/items/0/override")
                        .asBoolean())
                .isTrue();
        assertThat(get(tokenOf(manager), "/api/assessments/proposals?limit=200")
                        .body()
                        .at("/items/0/override")
                        .asBoolean())
                .as("still proposed above the override")
                .isTrue();
        assertThat(get(tokenOf(manager), "/api/assessments/proposals/" + engineer)
                        .body()
                        .at("/confirmed/override")
                        .asBoolean())
                .isTrue();

        clock.set(NOW.plusSeconds(60));
        decide(decision("CONFIRMED", "senior", "Now on call."));
        assertThat(level("").get("override").asBoolean()).isFalse();
    }

    @Test
    void saysEverythingThatIsWrong() {
        Answer answer = decide("""
                {"level": "emperor", "reason": " ", "validFrom": "2026-11-02"}
                """);

        assertThat(answer.status()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        answer.body()
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asString()));
        assertThat(pointers).containsExactlyInAnyOrder("/outcome", "/level", "/reason", "/validFrom");
    }

    private Answer decide(String body) {
        return send(tokenOf(manager), "POST", path(), body, "If-Match", etag());
    }

    private String etag() {
        return raw(tokenOf(manager), "GET", "/api/assessments/proposals/" + engineer, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static String decision(String outcome, String level, String reason) {
        return """
                {"outcome": "%s", "level": "%s", "reason": "%s"}
                """.formatted(outcome, level, reason);
    }

    private String path() {
        return "/api/assessments/engineers/" + engineer + "/decisions";
    }

    private JsonNode level(String query) {
        return get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/level" + query)
                .body();
    }

    /** All pages, one at a time. */
    private List<String> proposed(String token) {
        List<String> people = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    get(token, "/api/assessments/proposals?limit=1" + after).body();
            page.get("items").forEach(item -> people.add(item.get("engineer").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return people;
    }
}
