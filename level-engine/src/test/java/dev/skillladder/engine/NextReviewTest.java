package dev.skillladder.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.contract.assessment.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextReviewTest {

    private final Rules rules = Example.rules();
    private final Requirement senior = new Requirement("kafka", 4, 2, false);

    @Test
    void oneMorePeerHelpsWhereTheManagerJustSpoke() {
        var next = requireNonNull(NextReview.of(rules, senior, Example.all("M4 P4 P3 S5"), Example.DAY, null));
        assertThat(next.kind()).isEqualTo(Kind.PEER);
        // m stays 3.782609, W becomes 2.9: Φ(.282609 · √2.9)
        assertThat(next.probability()).isCloseTo(.684836, within(1e-6));
    }

    @Test
    void managerHelpsMostWhereOnlyThePersonSpoke() {
        var next = requireNonNull(NextReview.of(rules, senior, Example.all("S5"), Example.DAY, null));
        assertThat(next.kind()).isEqualTo(Kind.MANAGER);
    }

    @Test
    void manyFreshPeersMakeTheManagerTheOneToAsk() {
        var next =
                requireNonNull(NextReview.of(rules, senior, Example.all("M4@2025-11-01 P4 P4 P4"), Example.DAY, null));
        assertThat(next.kind()).isEqualTo(Kind.MANAGER);
    }

    @Test
    void nothingHelpsWhereEverybodyJustSpoke() {
        assertThat(NextReview.of(rules, senior, Example.all("M4 P4 P4 P4"), Example.DAY, null))
                .isNull();
    }

    @Test
    void forALevelTheSkillThatIsUnknownMattersMost() {
        Map<String, List<Observation>> known = Example.observations();
        var estimates = new HashMap<String, Estimate>();
        known.forEach((skill, seen) -> {
            var estimate = Estimator.estimate(rules, skill, seen, Example.DAY, null);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        var next = requireNonNull(
                NextReview.of(rules, "backend", "senior", known, estimates, Example.DAY, null, Set.of()));
        assertThat(next.skill()).isEqualTo("mentoring");
        assertThat(next.kind()).isEqualTo(Kind.MANAGER);
        assertThat(next.probability()).isBetween(.3148, .533451);
    }
}
