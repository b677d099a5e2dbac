package dev.skillladder.assessment.contest;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContestTest extends AssessmentTest {

    private static final String CONTESTS = "/api/assessments/contests";

    private UUID director;
    private UUID head;
    private UUID manager;
    private UUID engineer;

    /** The head rated the skill, so the second person is the director. */
    @BeforeEach
    void aProposal() {
        String framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        director = others.engineer(null);
        head = others.engineer(director);
        manager = others.engineer(head);
        engineer = others.engineer(manager, role(framework, STREAMING));
        others.observe(
                engineer,
                3,
                observed(engineer, Kind.MANAGER, manager.toString(), framework, TODAY, NOW, "kafka 5"),
                observed(engineer, Kind.MANAGER, head.toString(), framework, TODAY, NOW, "kafka 5"),
                observed(engineer, Kind.PEER, UUID.randomUUID().toString(), framework, TODAY, NOW, "kafka 5"));
    }

    @Test
    void freezesTheProposalUntilASecondPersonHasDecided() {
        JsonNode contest = contest("{\"skill\": \"kafka\", \"level\": \"senior\", \"reason\": \"I ran it alone.\"}")
                .body();

        assertThat(contest.get("assignedTo").asString()).isEqualTo(director.toString());
        assertThat(contest.get("dueOn").asString()).isEqualTo("2026-11-15");
        assertThat(decide("CONFIRMED").status()).isEqualTo(409);
        assertThat(decide("REJECTED").status()).isEqualTo(409);
        assertThat(get(tokenOf(manager), "/api/assessments/proposals")
                        .body()
                        .at("/items/0/frozen")
                        .asBoolean())
                .isTrue();
        assertThat(get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/explanation")
                        .body()
                        .at("/lines/0/flags")
                        .toString())
                .contains("CONTESTED");

        String decision = CONTESTS + "/" + contest.get("id").asString() + "/decision";
        String upheld =
                "{\"outcome\": \"UPHELD\", \"consequence\": \"NEW_REVIEW\", \"reason\": \"It was overlooked.\"}";
        for (UUID wrong : new UUID[] {engineer, manager, head, others.engineer(null)}) {
            assertThat(post(tokenOf(wrong), decision, upheld).status()).isEqualTo(403);
        }
        assertThat(post(tokenOf(director), decision, "{\"outcome\": \"UPHELD\", \"reason\": \"Yes.\"}")
                        .status())
                .as("without a consequence")
                .isEqualTo(422);
        JsonNode ended = post(tokenOf(director), decision, upheld).body();
        assertThat(ended.at("/ended/outcome").asString()).isEqualTo("UPHELD");
        assertThat(ended.at("/ended/endedBy").asString()).isEqualTo(director.toString());
        assertThat(post(tokenOf(director), decision, upheld).status())
                .as("twice")
                .isEqualTo(409);
        assertThat(post(tokenOf(engineer), CONTESTS + "/" + contest.get("id").asString() + "/withdrawal", "{}")
                        .status())
                .as("too late")
                .isEqualTo(409);

        assertThat(decide("CONFIRMED").status()).isEqualTo(201);
    }

    @Test
    void onlyTheEngineerWithdrawsAndEverythingIsFreeAgain() {
        String id = contest("{\"skill\": \"kafka\", \"reason\": \"I ran it alone.\"}")
                .body()
                .get("id")
                .asString();

        assertThat(post(tokenOf(manager), CONTESTS + "/" + id + "/withdrawal", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(post(hr(), CONTESTS + "/" + id + "/withdrawal", "{}").status())
                .isEqualTo(403);
        assertThat(post(tokenOf(engineer), CONTESTS + "/" + id + "/withdrawal", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(decide("CONFIRMED").status()).isEqualTo(201);
    }

    @Test
    void namesOneLineThatIsThereAndNoPeer() {
        assertThat(contest("{\"skill\": \"singing\", \"reason\": \"No.\"}").status())
                .isEqualTo(422);
        assertThat(contest("{\"skill\": \"kafka\", \"level\": \"emperor\", \"reason\": \"No.\"}")
                        .status())
                .isEqualTo(422);
        assertThat(contest("{\"skill\": \"kafka\", \"inputKind\": \"SELF\", \"reason\": \"No.\"}")
                        .status())
                .isEqualTo(422);
        assertThat(contest("""
                        {"skill": "kafka", "inputKind": "PEER", "inputSource": "somebody", "reason": "No."}
                        """).status()).isEqualTo(422);
        assertThat(contest("{\"skill\": \"kafka\"}").status()).isEqualTo(422);

        String input = "{\"skill\": \"kafka\", \"inputKind\": \"PEER\", \"reason\": \"We never met.\"}";
        assertThat(contest(input).status()).isEqualTo(201);
        assertThat(contest(input).status()).as("the same line twice").isEqualTo(409);
    }

    @Test
    void overdueOnesAreListed() {
        contest("{\"skill\": \"kafka\", \"reason\": \"I ran it alone.\"}");
        String overdue = CONTESTS + "?overdue=true&engineer=" + engineer;
        assertThat(get(hr(), overdue).body().get("items").size()).isZero();

        clock.advance(Duration.ofDays(15));

        assertThat(get(hr(), overdue).body().at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(get(tokenOf(director), CONTESTS + "?open=true")
                        .body()
                        .get("items")
                        .size())
                .isOne();
        assertThat(get(tokenOf(manager), CONTESTS).body().get("items").size()).isZero();
        assertThat(get(tokenOf(others.engineer(null)), CONTESTS + "?engineer=" + engineer)
                        .status())
                .isEqualTo(403);
    }

    private Answer contest(String body) {
        return post(tokenOf(engineer), CONTESTS, body);
    }

    private Answer decide(String outcome) {
        String seen = raw(tokenOf(manager), "GET", "/api/assessments/proposals/" + engineer, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return send(
                tokenOf(manager),
                "POST",
                "/api/assessments/engineers/" + engineer + "/decisions",
                """
                        {"outcome": "%s", "level": "senior", "reason": "Led the migration."}
                        """.formatted(outcome),
                "If-Match",
                seen);
    }
}
