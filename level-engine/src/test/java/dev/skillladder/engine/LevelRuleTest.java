package dev.skillladder.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.LevelComputed.State;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelRuleTest {

    private final Map<String, List<Observation>> seen = new HashMap<>(Example.observations());

    @Test
    void knowsNothingAboutANewcomer() {
        seen.clear();
        var result = level(Example.DAY, Set.of(), "");
        assertThat(result.verified()).isNull();
        assertThat(result.possible()).isEqualTo("senior");
        assertThat(result.state()).isEqualTo(State.UNRATED);
        assertThat(result.changesOn()).isNull();
        assertThat(result.levels().getFirst().pLow()).isZero();
        assertThat(result.levels().getFirst().pHigh()).isEqualTo(1);
    }

    @Test
    void proposesOnlyWhenSure() {
        assertThat(level(Example.DAY, Set.of(), "junior").state()).isEqualTo(State.PROPOSE);
        seen.put("kafka", Example.all("M3"));
        seen.put("java", Example.all("M3"));
        assertThat(level(Example.DAY, Set.of(), "junior").state()).isEqualTo(State.LIKELY);
    }

    @Test
    void agreesWithWhatWasConfirmed() {
        assertThat(level(Example.DAY, Set.of(), "mid").state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void asksForEvidenceWhenConfirmedIsPossibleButNotVerified() {
        assertThat(level(Example.DAY, Set.of(), "senior").state()).isEqualTo(State.EVIDENCE_DUE);
    }

    @Test
    void neverDemotesByAge() {
        var result = level(Example.DAY.plusYears(4), Set.of(), "mid");
        assertThat(result.verified()).isNull();
        assertThat(result.state()).isEqualTo(State.EVIDENCE_DUE);
    }

    @Test
    void asksForATalkWhenConfirmedIsClearlyOutOfReach() {
        seen.put("java", Example.all("M1 P1 P1"));
        var result = level(Example.DAY, Set.of(), "senior");
        assertThat(result.possible()).isNull();
        assertThat(result.pHigh()).isLessThan(.2);
        assertThat(result.state()).isEqualTo(State.REVIEW);
    }

    @Test
    void missingMustHaveBlocksALevelWhateverTheCoverage() {
        seen.put("testing", Example.all("M1 P1"));
        seen.put("sql", Example.all("M5 P5"));
        seen.put("mentoring", Example.all("M5"));
        assertThat(level(Example.DAY, Set.of(), "").verified()).isNull();
    }

    @Test
    void exemptSkillLeavesTheRuleAltogether() {
        var result = level(Example.DAY, Set.of("mentoring", "sql"), "");
        assertThat(result.levels().getLast().importance()).isEqualTo(7);
        assertThat(result.verified()).isEqualTo("senior");
    }

    @Test
    void coverageIsComparedAsAnExactDecimal() {
        seen.put("mentoring", Example.all("M4"));
        assertThat(level(Example.DAY, Set.of(), "").levels().getLast().met()).isEqualTo(8);
        assertThat(level(Example.DAY, Set.of(), "").verified()).isEqualTo("senior");
    }

    @Test
    void confirmedLevelOfAnotherLadderCountsAsNone() {
        var result = level(Example.DAY, Set.of(), "principal");
        assertThat(result.confirmed()).isNull();
        assertThat(result.pHigh()).isNull();
    }

    @Test
    void evidenceThatExpiresChangesTheResultTheDayAfter() {
        seen.put(
                "sql",
                List.of(
                        Example.of(Kind.MANAGER, "ann", 3, Example.DAY),
                        Example.validUntil(
                                Example.of(Kind.EVIDENCE, "cert", 5, Example.DAY), LocalDate.parse("2026-12-31"))));
        assertThat(level(Example.DAY, Set.of(), "mid").changesOn()).isEqualTo("2027-01-01");
    }

    @Test
    void firstSkillThatGetsTooOldChangesTheResult() {
        // sql is worth 1.7 today and 0.5 after 365 · log2(3.4) = 644.4 days
        assertThat(level(Example.DAY, Set.of(), "mid").changesOn()).isEqualTo(Example.DAY.plusDays(645));
        assertThat(level(Example.DAY.plusDays(644), Set.of(), "mid")
                        .levels()
                        .getLast()
                        .unknown())
                .isEqualTo(1);
        assertThat(level(Example.DAY.plusDays(645), Set.of(), "mid")
                        .levels()
                        .getLast()
                        .unknown())
                .isGreaterThan(1);
    }

    @Test
    void namesTheRoleItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelRule.level(
                        Example.rules(), "juggler", Map.of(), Map.of(), Example.DAY, null, Set.of(), null))
                .withMessageContaining("juggler");
    }

    private LevelResult level(LocalDate asOf, Set<String> exempt, String confirmed) {
        var rules = Example.rules();
        Map<String, Estimate> estimates = new HashMap<>();
        seen.forEach((skill, observations) ->
                estimates.put(skill, requireNonNull(Estimator.estimate(rules, skill, observations, asOf, null))));
        return LevelRule.level(rules, "backend", estimates, Map.of(), asOf, null, exempt, confirmed);
    }
}
