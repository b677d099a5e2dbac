package dev.skillladder.assessment.transfer;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.GrowthFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest extends AssessmentTest {

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();

    @BeforeEach
    void somebodyWhoKnowsKafka() {
        framework = ExampleFramework.freshId();
        others.publish(1, GrowthFramework.document(framework));
        manager = others.engineer(null);
        engineer = member("4");
    }

    @Test
    void strangersSeeNoTransfersAndNoCandidates() {
        String stranger = tokenOf(others.engineer(null));
        assertThat(get(stranger, transfers()).status()).isEqualTo(403);
        assertThat(get(stranger, transfers() + "/" + STREAMING).status()).isEqualTo(403);
        assertThat(get(stranger, candidates()).status()).isEqualTo(403);
        assertThat(get(tokenOf(engineer), candidates()).status()).isEqualTo(403);
    }

    @Test
    void skillsKeepTheirStatedRateAndTheLevelFollows() {
        var answer = get(tokenOf(engineer), transfers() + "/" + STREAMING);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        var body = answer.body();
        assertThat(body.get("stated").asBoolean()).isTrue();
        assertThat(body.at("/carriesOver/0/skill").asString()).isEqualTo("kafka");
        assertThat(body.at("/carriesOver/0/rate").asDouble()).isEqualTo(.8);
        assertThat(body.at("/carriesOver/0/carried").asDouble()).isCloseTo(3.2, within(1e-9));
        // mid asks for 3, senior for 4, which starts at 3.5
        assertThat(body.get("verified").asString()).isEqualTo("mid");
        assertThat(body.at("/levels/2/missing/0/skill").asString()).isEqualTo("kafka");
        assertThat(body.at("/levels/2/missing/0/gap").asDouble()).isCloseTo(.3, within(1e-9));
        assertThat(body.at("/complement/0/skill").asString()).isEqualTo("sql");
        assertThat(body.at("/complement/0/mean").isNull()).isTrue();
    }

    @Test
    void whatWasWaivedIsWaivedInTheOtherRoleToo() {
        UUID weak = member("1");
        assertThat(get(hr(), candidates()).body().at("/items/0/engineer").asString())
                .isEqualTo(engineer.toString());
        String about = "/api/assessments/engineers/" + weak;
        assertThat(get(tokenOf(weak), about + "/transfers/" + STREAMING)
                        .body()
                        .get("verified")
                        .isNull())
                .isTrue();

        assertThat(post(tokenOf(manager), about + "/exemptions", """
                        {"skill": "kafka", "until": "2026-11-30", "reason": "No cluster yet."}
                        """).status()).isEqualTo(201);

        var move = get(tokenOf(weak), about + "/transfers/" + STREAMING).body();
        assertThat(move.get("verified").asString()).isEqualTo("senior");
        assertThat(move.at("/levels/2/missing").isEmpty()).isTrue();
        assertThat(get(tokenOf(weak), about + "/transfers")
                        .body()
                        .at("/items/0/verified")
                        .asString())
                .isEqualTo("senior");
        var candidates = get(hr(), candidates()).body();
        assertThat(candidates.at("/items/0/engineer").asString()).isEqualTo(weak.toString());
        assertThat(candidates.at("/items/0/verified").asString()).isEqualTo("senior");
        clock.advance(Duration.ofDays(30));
        assertThat(get(hr(), candidates()).body().at("/items/0/engineer").asString())
                .as("after its last day")
                .isEqualTo(engineer.toString());
    }

    @Test
    void everyOtherRoleIsListedAndUnknownOrOwnOnesAreRefused() {
        var list = get(tokenOf(manager), transfers()).body();
        assertThat(list.get("items").size()).isEqualTo(1);
        assertThat(list.at("/items/0/role").asString()).isEqualTo(STREAMING);
        assertThat(list.at("/items/0/verified").asString()).isEqualTo("mid");
        assertThat(list.at("/items/0/next").asString()).isEqualTo("senior");
        assertThat(list.at("/items/0/missing").asInt()).isEqualTo(1);
        assertThat(get(tokenOf(engineer), transfers() + "/cook").status()).isEqualTo(404);
        assertThat(get(tokenOf(engineer), transfers() + "/" + BACKEND).status()).isEqualTo(409);
    }

    @Test
    void candidatesComeByWhereTheyWouldLandPageByPage() {
        UUID best = member("5");
        UUID none = member("1");
        others.engineer(manager, role(framework, STREAMING));
        UUID elsewhere = others.engineer(null, role(framework, BACKEND));
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            var page = get(tokenOf(manager), candidates() + "?limit=1&level=senior" + after);
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body()
                    .get("items")
                    .valueStream()
                    .forEach(item -> names.add(item.get("engineer").asString()));
            after = page.body().get("next").isNull()
                    ? ""
                    : "&after=" + page.body().get("next").asString();
        } while (!after.isEmpty());
        assertThat(names).containsExactly(best.toString(), engineer.toString(), none.toString());
        var all = get(hr(), candidates()).body();
        assertThat(all.get("items").size()).isEqualTo(4);
        assertThat(all.toString()).contains(elsewhere.toString());
        assertThat(all.at("/items/3/missingImportance").asInt()).isEqualTo(1);
    }

    @Test
    void candidatesOfWhatDoesNotExistAreRefused() {
        assertThat(get(hr(), "/api/assessments/roles/nowhere/x/candidates").status())
                .isEqualTo(404);
        assertThat(get(hr(), "/api/assessments/roles/" + framework + "/cook/candidates")
                        .status())
                .isEqualTo(404);
        assertThat(get(hr(), candidates() + "?level=king").status()).isEqualTo(400);
        assertThat(get(hr(), candidates() + "?after=nonsense").status()).isEqualTo(400);
    }

    private UUID member(String kafka) {
        UUID member = others.engineer(manager, role(framework, BACKEND));
        others.observe(
                member, 1, observed(member, Kind.MANAGER, manager.toString(), framework, TODAY, NOW, "kafka " + kafka));
        return member;
    }

    private String transfers() {
        return "/api/assessments/engineers/" + engineer + "/transfers";
    }

    private String candidates() {
        return "/api/assessments/roles/" + framework + "/" + STREAMING + "/candidates";
    }
}
