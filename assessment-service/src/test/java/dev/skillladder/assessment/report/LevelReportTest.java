package dev.skillladder.assessment.report;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LevelReportTest extends AssessmentTest {

    private static final String PATH = "/api/reports/levels?format=csv&lang=en&team=";

    @Autowired
    private JdbcClient jdbc;

    private String framework = "";
    private UUID team = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();

    @BeforeEach
    void aTeamOfOne() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        team = UUID.randomUUID();
        jdbc.sql("""
                        insert into known_team (team, revision, name_zh, name_en, parent, lead, closed)
                        values (:team, 1, '队', 'Team, "A"', null, null, false)
                        """).param("team", team).update();
        engineer = others.engineer(null, role(framework, BACKEND));
        join(engineer);
    }

    @Test
    void onlyHrMayRead() {
        assertThat(get(tokenOf(engineer), PATH + team).status()).isEqualTo(403);
        assertThat(get(operator(), PATH + team).status()).isEqualTo(403);
    }

    @Test
    void otherFormatsAreRefusedWithTheOneThereIs() {
        var answer = get(hr(), "/api/reports/levels?format=xlsx");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString()).contains("csv");
    }

    @Test
    void rowsCarryEverythingNeededToComputeThemAgain() {
        others.observe(
                engineer,
                1,
                observed(
                        engineer,
                        Kind.MANAGER,
                        UUID.randomUUID().toString(),
                        framework,
                        LocalDate.parse("2026-11-01"),
                        NOW,
                        "kafka 4"));
        var response = raw(hr(), "GET", PATH + team, "");
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        var lines = response.body().split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("\uFEFFemployee number,name,team,role,confirmed,verified,possible,p_low,p_high,state,as of,"
                        + "framework,version,override,computed at");
        assertThat(lines[1])
                .matches("E\\d+,Somebody \\d+,\"Team, \"\"A\"\"\",backend,,,senior,,,UNRATED,2026-11-01," + framework
                        + ",1,,2026-11-01T12:00:00Z");
        assertThat(lines).hasSize(3);
    }

    @Test
    void headersAndNamesComeInChinese() {
        var body =
                raw(hr(), "GET", PATH.replace("lang=en", "lang=zh") + team, "").body();
        assertThat(body).startsWith("\uFEFF工号,姓名,团队").contains(",某人,队,");
    }

    @Test
    void walksThroughMoreThanOneBatchInOrder() {
        jdbc.sql("""
                        insert into known_engineer (engineer, revision, recorded_at, employee_number, name_zh, name_en, state)
                        select gen_random_uuid(), 1, now(), :prefix || lpad(n::text, 5, '0'), '甲', '=1+1', 'ACTIVE'
                        from generate_series(1, 2300) as n
                        """).param("prefix", "X" + team + "-").update();
        jdbc.sql("""
                        insert into known_team_membership (engineer, team, from_day, to_day)
                        select engineer, :team, '2020-01-01', null from known_engineer
                        where employee_number like :numbers
                        """).param("team", team).param("numbers", "X" + team + "-%").update();
        var lines = raw(hr(), "GET", PATH + team, "").body().split("\r\n", -1);
        assertThat(lines).hasSize(2_303);
        assertThat(lines[2]).startsWith("X" + team + "-00001,'=1+1,");
        assertThat(lines[2301]).startsWith("X" + team + "-02300,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@a",
                "\ta",
                "\ra",
                "\na",
                "\0a",
                "  =1",
                "\u3000＝1",
                "\u00a0＋1",
                "\uFEFF=1",
                "＠a"
            })
    void textThatCouldBeAFormulaIsNeutralised(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a=1", "张伟", " O'Neill", "E-17"})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }

    private void join(UUID member) {
        jdbc.sql("""
                        insert into known_team_membership (engineer, team, from_day, to_day)
                        values (:engineer, :team, '2020-01-01', null)
                        """).param("engineer", member).param("team", team).update();
    }
}
