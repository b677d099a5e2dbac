package dev.skillladder.assessment.matrix;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MatrixTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @Autowired
    private JdbcClient jdbc;

    private String framework = "";
    private UUID team = UUID.randomUUID();
    private UUID manager = UUID.randomUUID();
    private UUID known = UUID.randomUUID();
    private UUID claimed = UUID.randomUUID();
    private UUID elsewhere = UUID.randomUUID();

    @BeforeEach
    void aTeamOfThree() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        team = UUID.randomUUID();
        jdbc.sql("""
                        insert into known_team (team, revision, name_zh, name_en, parent, lead, closed)
                        values (:team, 1, '队', 'Team', null, null, false)
                        """).param("team", team).update();
        manager = others.engineer(null);
        known = member(manager, BACKEND);
        claimed = member(manager, STREAMING);
        elsewhere = member(null, BACKEND);
        others.observe(known, 1, observed(known, Kind.MANAGER, manager.toString(), framework, DAY, NOW, "kafka 4"));
        others.observe(claimed, 1, observed(claimed, Kind.SELF, claimed.toString(), framework, DAY, NOW, "kafka 5"));
    }

    @Test
    void onlyManagersAboveAMemberAndHrMayRead() {
        assertThat(get(tokenOf(known), path()).status()).isEqualTo(403);
        assertThat(get(tokenOf(UUID.randomUUID()), path()).status()).isEqualTo(403);
        assertThat(get(hr(), path()).body().get("people").size()).isEqualTo(3);
        assertThat(get(hr(), "/api/assessments/teams/" + UUID.randomUUID() + "/matrix")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void managerSeesOnlyThePeopleBelow() {
        var body = get(tokenOf(manager), path()).body();
        assertThat(body.get("people").toString()).doesNotContain(elsewhere.toString());
        assertThat(body.get("people").size()).isEqualTo(2);
    }

    @Test
    void cellsSayWhatIsKnownInTheOrderOfTheirFields() {
        var body = get(tokenOf(manager), path()).body();
        assertThat(body.get("cellFields").toString()).startsWith("[\"mean\",\"weight\",\"p\",\"status\",\"required\"");
        assertThat(body.get("skills").get(1).get("skill").asString()).isEqualTo("kafka");
        var first = body.get("people").get(0);
        assertThat(first.get("engineer").asString()).isEqualTo(known.toString());
        assertThat(first.get("target").asString()).isEqualTo("junior");
        var cell = first.get("cells").get(1);
        assertThat(cell.get(0).asDouble()).isEqualTo(4);
        assertThat(cell.get(1).asDouble()).isEqualTo(1);
        assertThat(cell.get(3).asString()).isEqualTo("MET");
        assertThat(cell.get(4).asDouble()).isEqualTo(1);
        assertThat(cell.get(6).asString()).isEqualTo("2027-11-02");
        assertThat(cell.get(8).toString()).isEqualTo("[\"ONE_RATER\"]");
    }

    @Test
    void ownWordAloneIsFlaggedAndUnknown() {
        var second = get(tokenOf(manager), path()).body().get("people").get(1);
        assertThat(second.get("cells").get(1).get(3).asString()).isEqualTo("UNKNOWN");
        assertThat(second.get("cells").get(1).get(8).toString()).isEqualTo("[\"CLAIMED\"]");
        assertThat(second.get("cells").get(0).isNull()).isTrue();
    }

    @Test
    void lastRowSaysWhatTheTeamHoldsTogether() {
        var together = get(tokenOf(manager), path()).body().get("together").get(1);
        assertThat(together.get("asked").asInt()).isEqualTo(2);
        assertThat(together.get("met").asInt()).isEqualTo(1);
        assertThat(together.get("mean").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(together.get("singleHolder").asString()).isEqualTo(known.toString());
    }

    @Test
    void pastDayShowsWhatWasKnownThen() {
        var body = get(tokenOf(manager), path() + "?asOf=2026-10-31").body();
        assertThat(body.get("people").get(0).get("cells").get(1).get(0).isNull())
                .isTrue();
    }

    private String path() {
        return "/api/assessments/teams/" + team + "/matrix";
    }

    private UUID member(@Nullable UUID above, String role) {
        var engineer = others.engineer(above, role(framework, role));
        jdbc.sql("""
                        insert into known_team_membership (engineer, team, from_day, to_day)
                        values (:engineer, :team, '2020-01-01', null)
                        """).param("engineer", engineer).param("team", team).update();
        return engineer;
    }
}
