package dev.skillladder.assessment.recomputation;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was computed with a version stays what it was. */
class OldVersionsTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @Autowired
    private Recompute recompute;

    @Autowired
    private Replay replay;

    private String framework;
    private UUID engineer;
    private UUID team;

    @BeforeEach
    void somebodyAssessedOnVersionOne() {
        recompute.run();
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        engineer = others.engineer(null, role(framework, STREAMING));
        team = UUID.randomUUID();
        facts.team(team, "Oldtimers", null, null);
        jdbc.sql(
                        "insert into known_team_membership (engineer, team, from_day, to_day) values (?, ?, '2020-01-01', null)")
                .params(engineer, team)
                .update();
        others.observe(
                engineer,
                2,
                observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(3), NOW.minusSeconds(60), "kafka 4"),
                observed(engineer, Kind.PEER, "p", framework, DAY.minusDays(3), NOW.minusSeconds(60), "kafka 3"));
    }

    @Test
    void textsAloneRecomputeNobody() {
        String level = answer("/level");
        long told = others.count("select count(*) from outbox where topic = ?", Topics.LEVELS);

        others.publish(2, ExampleFramework.document(framework), NOW, true);
        recompute.run();
        others.observe(
                engineer,
                3,
                observed(engineer, Kind.PEER, "q", framework, DAY.minusDays(3), NOW.minusSeconds(60), "sql 3"));

        assertThat(answer("/level"))
                .as("still by the version it was computed with")
                .isEqualTo(level);
        assertThat(others.count("select count(*) from recomputation where framework = ? and version = 2", framework))
                .isZero();
        assertThat(others.count("select count(*) from outbox where topic = ?", Topics.LEVELS))
                .isLessThanOrEqualTo(told);
        assertThat(replay.compare(Set.of(engineer)).differentLevels()).isZero();
    }

    @Test
    void resultExplanationAndReportAreTheSameAfterTenFurtherVersions() {
        List<String> then = all("");
        String asOfThen = "?asOf=" + DAY + "&knownAt=" + NOW;

        for (int version = 2; version <= 11; version++) {
            Instant published = NOW.plus(Duration.ofDays(version));
            clock.set(published);
            others.publish(version, document(version), published);
            recompute.run();
        }

        assertThat(answer("/level")).contains("\"frameworkVersion\":11");
        assertThat(all(asOfThen)).isEqualTo(then);
        assertThat(answer("/history")).contains("\"frameworkVersion\":1,", "\"frameworkVersion\":5,");
    }

    /** Other parameters, other requirements, other skills. */
    private FrameworkDocument document(int version) {
        if (version < 5) {
            return ExampleFramework.document(framework, 365 - version * 50, 4 + version % 2 / 2.0);
        }
        String from = version == 5 ? "kafka" : "streams-" + (version - 1);
        String to = "streams-" + version;
        return ExampleFramework.later(
                framework,
                List.of("java", to),
                to,
                new SkillMapping(MappingKind.REPLACE, List.of(from), List.of(to), null));
    }

    private List<String> all(String query) {
        List<String> all = new ArrayList<>();
        all.add(answer("/level" + query));
        all.add(answer("/explanation" + query));
        String and = query.isEmpty() ? "" : "&" + query.substring(1);
        all.add(withoutTimes(raw(hr(), "GET", "/api/reports/levels?format=csv&lang=en&team=" + team + and, "")
                .body()));
        return all;
    }

    private String answer(String path) {
        Answer answer = get(hr(), "/api/assessments/engineers/" + engineer + path);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return withoutTimes(answer.body().toString());
    }

    /** Without when it was computed and what was asked for. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\"(computedAt|knownAt)\":(\"[^\"]*\"|null)", "")
                .replaceAll(",[0-9TZ:.-]{20,}\r\n", "\r\n");
    }
}
