package dev.skillladder.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnchangedDecisionsTest extends AssessmentTest {

    private static final String PATH = "/api/assessments/decisions/unchanged?by=";

    @Test
    void isForHrAndNeedsItsPeriodInOrder() {
        assertThat(get(tokenOf(others.engineer(null)), PATH + "DECIDER").status())
                .isEqualTo(403);
        assertThat(get(hr(), PATH + "DECIDER&from=2026-11-01&to=2026-10-01").status())
                .isEqualTo(400);
    }

    @Test
    void alarmsAboutWhoConfirmsEverythingAndSaysNothingAboutFewDecisions() {
        UUID stamp = decided(10, 0);
        UUID careful = decided(8, 2);
        UUID newcomer = decided(9, 0);

        assertThat(share(stamp).get("alarm").asBoolean()).isTrue();
        assertThat(share(stamp).get("share").asDouble()).isEqualTo(1);
        assertThat(share(careful).get("alarm").asBoolean()).isFalse();
        assertThat(share(careful).get("unchanged").asInt()).isEqualTo(8);
        assertThat(share(careful).get("n").asInt()).isEqualTo(10);
        assertThat(share(newcomer).get("alarm").asBoolean()).isFalse();
        assertThat(get(hr(), PATH + "TEAM").status()).isEqualTo(200);
        assertThat(get(hr(), PATH + "DECIDER&from=2020-01-01&to=2020-12-31")
                        .body()
                        .get("items")
                        .size())
                .isZero();
    }

    /** Somebody who confirmed that many proposals as they were, and as many with another level. */
    private UUID decided(int unchanged, int changed) {
        UUID decider = others.engineer(null);
        for (int i = 0; i < unchanged + changed; i++) {
            jdbc.sql("""
                            insert into decision (id, engineer, framework, role, level, outcome, reason, decided_by,
                                valid_from, recorded_at, state, verified, proposed, override)
                            values (gen_random_uuid(), gen_random_uuid(), 'f', 'r', ?, 'CONFIRMED', 'Fine.', ?,
                                '2026-10-01', '2026-10-01T00:00:00Z', 'PROPOSE', 'senior', 'senior', false)
                            """).params(i < unchanged ? "senior" : "mid", decider).update();
        }
        return decider;
    }

    private JsonNode share(UUID decider) {
        String after = "";
        do {
            JsonNode page = get(hr(), PATH + "DECIDER&limit=200" + after).body();
            for (JsonNode row : page.get("items")) {
                if (row.get("id").asString().equals(decider.toString())) {
                    return row;
                }
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        throw new AssertionError("nothing about " + decider);
    }
}
