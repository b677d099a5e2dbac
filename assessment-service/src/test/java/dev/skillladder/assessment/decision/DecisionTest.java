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
        Answer answer = post(tokenOf(manager), path(), decision("CONFIRMED", "senior", "Led the migration."));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().get("decidedBy").asString()).isEqualTo(manager.toString());
        assertThat(level("").get("confirmed").asString()).isEqualTo("senior");
        assertThat(level("").get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(proposed(tokenOf(manager))).doesNotContain(engineer.toString());
        assertThat(get(tokenOf(engineer), path()).body().get("items").size()).isEqualTo(1);
    }

    @Test
    void aDecisionCountsFromItsDayAndIsKnownFromItsRecord() {
        post(tokenOf(manager), path(), """
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

        post(tokenOf(manager), path(), decision("REJECTED", verified, "Not yet on call."));
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

        Answer first = send(tokenOf(manager), "POST", path(), body, "Idempotency-Key", "key-" + engineer);
        Answer second = send(tokenOf(manager), "POST", path(), body, "Idempotency-Key", "key-" + engineer);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(get(hr(), path()).body().get("items").size()).isEqualTo(1);
    }

    @Test
    void saysEverythingThatIsWrong() {
        Answer answer = post(tokenOf(manager), path(), """
                {"level": "emperor", "reason": " ", "validFrom": "2026-11-02"}
                """);

        assertThat(answer.status()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        answer.body()
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asString()));
        assertThat(pointers).containsExactlyInAnyOrder("/outcome", "/level", "/reason", "/validFrom");
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
