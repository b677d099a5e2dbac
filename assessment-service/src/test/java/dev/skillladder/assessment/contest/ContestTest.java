package dev.skillladder.assessment.contest;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.MatrixRule;
import dev.skillladder.contract.assessment.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    void goesOnToAnotherSecondPersonWithAReason() {
        UUID other = others.engineer(null);
        String id = contest("{\"skill\": \"kafka\", \"reason\": \"I ran it alone.\"}")
                .body()
                .get("id")
                .asString();
        String path = CONTESTS + "/" + id + "/reassignment";
        String body = move(other, null);
        for (UUID wrong : new UUID[] {engineer, manager, head, other}) {
            assertThat(post(tokenOf(wrong), path, body).status()).isEqualTo(403);
        }
        for (UUID partial : new UUID[] {engineer, manager, head, director, UUID.randomUUID()}) {
            assertThat(post(hr(), path, move(partial, null)).body().toString())
                    .as("contests, manages, rated, has it already, is nobody")
                    .contains("/assignedTo");
        }
        assertThat(post(hr(), path, "{\"assignedTo\": \"%s\"}".formatted(other)).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(post(hr(), path, move(other, "2026-12-24")).status())
                .as("longer than a contest may take")
                .isEqualTo(422);

        JsonNode moved = post(tokenOf(director), path, body).body();

        assertThat(moved.get("assignedTo").asString()).isEqualTo(other.toString());
        assertThat(moved.get("dueOn").asString()).as("kept").isEqualTo("2026-11-15");
        assertThat(moved.at("/reassignments/0/reason").asString()).isEqualTo("On leave.");
        assertThat(moved.at("/reassignments/0/assignedBy").asString()).isEqualTo(director.toString());
        assertThat(post(tokenOf(director), path, body).status())
                .as("it is no longer the director's")
                .isEqualTo(403);
        assertThat(get(tokenOf(other), "/api/assessments/inbox")
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("CONTEST_ASSIGNED");
        assertThat(get(tokenOf(other), CONTESTS).body().get("items").size()).isOne();
        assertThat(get(tokenOf(director), CONTESTS).body().get("items").size()).isZero();

        clock.advance(Duration.ofDays(15));
        assertThat(post(hr(), path, move(director, null)).status())
                .as("too late without a new day")
                .isEqualTo(422);
        assertThat(post(hr(), path, move(director, "2026-11-20"))
                        .body()
                        .get("dueOn")
                        .asString())
                .isEqualTo("2026-11-20");
        assertThat(get(tokenOf(other), CONTESTS + "/" + id).status()).isEqualTo(403);
        String verdict = "{\"outcome\": \"DISMISSED\", \"reason\": \"It was not alone.\"}";
        assertThat(post(tokenOf(other), CONTESTS + "/" + id + "/decision", verdict)
                        .status())
                .isEqualTo(403);
        assertThat(post(tokenOf(director), CONTESTS + "/" + id + "/decision", verdict)
                        .status())
                .isEqualTo(200);
        assertThat(post(hr(), path, move(other, null)).status()).as("ended").isEqualTo(409);
        assertThat(others.count(
                        "select count(*) from contest_reassignment where contest = ?::uuid and reason like 'sealed1:%'",
                        id))
                .isEqualTo(2);
    }

    @Test
    void stepsOfAnOwnRuleAreContestedToo() throws IOException {
        String own = ExampleFramework.freshId();
        others.publish(1, MatrixRule.document(own, 2));
        engineer = others.engineer(manager, role(own, BACKEND));
        String[] ratings = {"java 4", "sql 3", "kafka 4", "testing 4"};
        others.observe(
                engineer,
                8,
                observed(engineer, Kind.MANAGER, manager.toString(), own, TODAY, NOW, ratings),
                observed(engineer, Kind.PEER, head.toString(), own, TODAY, NOW, ratings));
        JsonNode group = ruleLine("GROUP", "two-others");
        assertThat(group.get("contested").asBoolean()).isFalse();

        assertThat(contest("{\"step\": {\"part\": \"GROUP\", \"of\": \"three-others\"}, \"reason\": \"No.\"}")
                        .status())
                .isEqualTo(422);
        assertThat(contest("{\"skill\": \"sql\", \"step\": %s, \"reason\": \"No.\"}".formatted(step(group)))
                        .status())
                .as("two lines")
                .isEqualTo(422);
        String body = "{\"step\": %s, \"level\": %s, \"reason\": \"A third one counts.\"}"
                .formatted(step(group), group.get("level"));
        Answer contest = contest(body);

        assertThat(contest.status()).as("%s", contest.body()).isEqualTo(201);
        assertThat(contest.body().at("/line/skill").isNull()).isTrue();
        assertThat(contest.body().at("/line/step/of").asString()).isEqualTo("two-others");
        assertThat(contest.body().get("assignedTo").asString())
                .as("the head rated a skill of the rule")
                .isEqualTo(director.toString());
        assertThat(contest(body).status()).as("twice").isEqualTo(409);
        assertThat(ruleLine("GROUP", "two-others").get("contested").asBoolean()).isTrue();
        assertThat(decide("CONFIRMED").status()).isEqualTo(409);

        JsonNode read = ruleLine("SKILL", "sql");
        Answer aboutSkill = contest("{\"step\": %s, \"level\": %s, \"reason\": \"I know it well.\"}"
                .formatted(step(read), read.get("level")));
        assertThat(aboutSkill.body().at("/line/skill").asString()).isEqualTo("sql");
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

    private static String move(UUID to, @Nullable String dueOn) {
        return "{\"assignedTo\": \"%s\", \"dueOn\": %s, \"reason\": \"On leave.\"}"
                .formatted(to, dueOn == null ? "null" : "\"" + dueOn + "\"");
    }

    private static String step(JsonNode line) {
        return "{\"part\": %s, \"of\": %s, \"track\": %s}"
                .formatted(line.get("part"), line.get("of"), line.get("track"));
    }

    private JsonNode ruleLine(String part, String of) {
        for (JsonNode line : get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/explanation")
                .body()
                .get("ruleLines")) {
            if (line.get("part").asString().equals(part)
                    && line.get("of").asString().equals(of)) {
                return line;
            }
        }
        throw new AssertionError("no step " + part + " of " + of);
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
