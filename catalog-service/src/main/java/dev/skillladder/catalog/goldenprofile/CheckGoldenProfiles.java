package dev.skillladder.catalog.goldenprofile;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenObservation;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenProfile;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes every golden profile of a document whose other parts are sound. */
public final class CheckGoldenProfiles {

    private CheckGoldenProfiles() {}

    /** Profiles whose level is not the one they expect; the document and its profiles have no other problem. */
    public static List<GoldenProblem> failing(FrameworkDocument document) {
        var problems = new ArrayList<GoldenProblem>();
        if (!document.goldenProfiles().isEmpty()) {
            var rules = Rules.of(document);
            for (var i = 0; i < document.goldenProfiles().size(); i++) {
                var profile = document.goldenProfiles().get(i);
                var level = level(rules, profile);
                compare("/goldenProfiles/" + i, "verified", profile.verified(), level.verified(), problems);
                compare("/goldenProfiles/" + i, "possible", profile.possible(), level.possible(), problems);
            }
        }
        return problems;
    }

    private static LevelResult level(Rules rules, GoldenProfile profile) {
        var seen = new HashMap<String, List<Observation>>();
        for (var one : profile.observations()) {
            seen.computeIfAbsent(one.skill(), _ -> new ArrayList<>()).add(observation(one));
        }
        var estimates = new HashMap<String, Estimate>();
        seen.forEach((skill, observations) -> {
            var estimate = Estimator.estimate(rules, skill, observations, profile.asOf(), null);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        return LevelRule.level(
                rules, profile.role(), estimates, seen, profile.asOf(), null, Set.of(), profile.confirmed());
    }

    private static Observation observation(GoldenObservation one) {
        return new Observation(
                one.kind(),
                one.source(),
                one.value(),
                one.observedOn(),
                one.observedOn().atStartOfDay().toInstant(ZoneOffset.UTC),
                1,
                1,
                "",
                false,
                null);
    }

    private static void compare(
            String at,
            String which,
            @Nullable String expected,
            @Nullable String computed,
            List<GoldenProblem> problems) {
        if (!Objects.equals(expected, computed)) {
            var word = Map.of("verified", "已验证级别", "possible", "可能级别").get(which);
            problems.add(new GoldenProblem(
                    at + "/" + which,
                    new Text(
                            word + "应为" + zh(expected) + "，计算结果为" + zh(computed),
                            "The " + which + " level should be " + en(expected) + " and is computed as "
                                    + en(computed))));
        }
    }

    private static String zh(@Nullable String level) {
        return level == null ? "“无级别”" : "“" + level + "”";
    }

    private static String en(@Nullable String level) {
        return level == null ? "no level" : "'" + level + "'";
    }
}
