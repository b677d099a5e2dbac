package dev.skillladder.catalog.goldenprofile;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenObservation;
import dev.skillladder.contract.catalog.FrameworkDocument.GoldenProfile;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether golden profiles can be computed at all; takes documents in which anything may be missing. */
public final class CheckGoldenInputs {

    private static final int MOST_PROFILES = 200;

    /** Of all profiles together: what publishing takes the time to compute. */
    private static final int MOST_OBSERVATIONS = 20_000;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final double TOLERANCE = 1e-9;

    private final Set<String> skills;
    private final Map<String, List<String>> levels = new HashMap<>();
    private final @Nullable Scale scale;
    private final List<GoldenProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CheckGoldenInputs(FrameworkDocument document) {
        skills =
                there(document.skills()).map(Skill::id).filter(Objects::nonNull).collect(Collectors.toSet());
        scale = document.scale();
        var ladders = there(document.ladders())
                .filter(ladder -> ladder.id() != null)
                .collect(Collectors.toMap(Ladder::id, CheckGoldenInputs::levels, (one, _) -> one));
        there(document.roles())
                .filter(role -> role.id() != null && role.ladder() != null)
                .forEach(role -> levels.putIfAbsent(role.id(), ladders.getOrDefault(role.ladder(), List.of())));
    }

    /** Everything that keeps the document's profiles from being computed. */
    public static List<GoldenProblem> problems(FrameworkDocument document) {
        var check = new CheckGoldenInputs(document);
        check.all(document.goldenProfiles());
        return check.problems;
    }

    private void all(List<GoldenProfile> profiles) {
        var observations = there(profiles)
                .mapToLong(profile -> there(profile.observations()).count())
                .sum();
        if (profiles.size() > MOST_PROFILES || observations > MOST_OBSERVATIONS) {
            add(
                    "/goldenProfiles",
                    "黄金样例最多 " + MOST_PROFILES + " 个，观察记录合计最多 " + MOST_OBSERVATIONS + " 条",
                    "At most " + MOST_PROFILES + " golden profiles with " + MOST_OBSERVATIONS
                            + " observations together are allowed");
            return;
        }
        for (var i = 0; i < profiles.size(); i++) {
            if (needed("/goldenProfiles/" + i, profiles.get(i))) {
                profile("/goldenProfiles/" + i, profiles.get(i));
            }
        }
    }

    private void profile(String at, GoldenProfile profile) {
        if (needed(at + "/id", profile.id())) {
            if (!SLUG.matcher(profile.id()).matches() || !ids.add(profile.id())) {
                add(at + "/id", "标识无效或已被使用", "The id is used already, or is not 1 to 64 of a-z, 0-9 and -");
            }
        }
        if (needed(at + "/name", profile.name())
                && (blank(profile.name().zh()) || blank(profile.name().en()))) {
            add(at + "/name", "名称需要中文和英文", "The name is needed in Chinese and in English");
        }
        needed(at + "/asOf", profile.asOf());
        if (needed(at + "/role", profile.role())) {
            var ladder = levels.get(profile.role());
            if (ladder == null) {
                add(at + "/role", "没有岗位“" + profile.role() + "”", "There is no role '" + profile.role() + "'");
            } else {
                level(at + "/confirmed", profile.confirmed(), ladder);
                level(at + "/verified", profile.verified(), ladder);
                level(at + "/possible", profile.possible(), ladder);
            }
        }
        if (needed(at + "/observations", profile.observations())) {
            for (var i = 0; i < profile.observations().size(); i++) {
                var one = profile.observations().get(i);
                if (needed(at + "/observations/" + i, one)) {
                    observation(at + "/observations/" + i, one);
                }
            }
        }
    }

    private void level(String at, @Nullable String level, List<String> ladder) {
        if (level != null && !ladder.contains(level)) {
            add(at, "该岗位没有级别“" + level + "”", "The role has no level '" + level + "'");
        }
    }

    private void observation(String at, GoldenObservation one) {
        needed(at + "/kind", one.kind());
        needed(at + "/source", one.source());
        needed(at + "/observedOn", one.observedOn());
        if (needed(at + "/skill", one.skill()) && !skills.contains(one.skill())) {
            add(at + "/skill", "没有技能“" + one.skill() + "”", "There is no skill '" + one.skill() + "'");
        }
        if (scale != null && !onScale(one.value(), scale)) {
            add(at + "/value", one.value() + " 不在量表上", one.value() + " is not on the scale");
        }
    }

    private static boolean onScale(double value, Scale scale) {
        var steps = (value - scale.min()) / scale.step();
        return value >= scale.min() && value <= scale.max() && Math.abs(steps - Math.rint(steps)) <= TOLERANCE;
    }

    private boolean needed(String at, @Nullable Object value) {
        if (value == null) {
            add(at, "缺少必填内容", "This is needed");
        }
        return value != null;
    }

    private void add(String pointer, String zh, String en) {
        problems.add(new GoldenProblem(pointer, new Text(zh, en)));
    }

    private static List<String> levels(Ladder ladder) {
        return there(ladder.levels()).map(Level::id).filter(Objects::nonNull).toList();
    }

    private static <T> Stream<T> there(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
