package dev.skillladder.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.catalog.FrameworkDocument.GoldenProfile;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenProfilesTest {

    private static final Rules RULES = Rules.of(SeedFramework.document());

    static List<GoldenProfile> profiles() {
        return SeedFramework.document().goldenProfiles();
    }

    @Test
    void thereAreSome() {
        assertThat(profiles()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void levelIsComputedAsStated(GoldenProfile profile) {
        var seen = new HashMap<String, List<Observation>>();
        for (var one : profile.observations()) {
            seen.computeIfAbsent(one.skill(), _ -> new ArrayList<>())
                    .add(new Observation(
                            one.kind(),
                            one.source(),
                            one.value(),
                            one.observedOn(),
                            one.observedOn().atStartOfDay().toInstant(ZoneOffset.UTC),
                            1,
                            1,
                            "",
                            false,
                            null));
        }
        var estimates = new HashMap<String, Estimate>();
        seen.forEach((skill, observations) -> estimates.put(
                skill, Objects.requireNonNull(Estimator.estimate(RULES, skill, observations, profile.asOf(), null))));
        var level = LevelRule.level(
                RULES, profile.role(), estimates, seen, profile.asOf(), null, Set.of(), profile.confirmed());
        assertThat(level.verified()).isEqualTo(profile.verified());
        assertThat(level.possible()).isEqualTo(profile.possible());
    }
}
