package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.LevelReview;
import dev.skillladder.assessment.explanation.Explanation.Missing;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole level in words: where the person stands, how sure that is, what would change it and which review would help. */
record Summary(Names names, LevelResult result, boolean ownRule) {

    private static final Text NONE = new Text("无", "none");

    Text of(@Nullable LevelReview next) {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        var state = state();
        zh.add(state.zh());
        en.add(state.en());
        zh.add("已验证：" + level(result.verified()).zh() + "；可能："
                + level(result.possible()).zh() + "。");
        en.add("Verified: " + level(result.verified()).en() + "; possible: "
                + level(result.possible()).en() + ".");
        if (next != null) {
            var help = help(next);
            zh.add(help.zh());
            en.add(help.en());
        }
        return new Text(String.join("", zh), String.join(" ", en));
    }

    private Text state() {
        var verified = level(result.verified());
        var confirmed = level(result.confirmed());
        var low = Spoken.percent(result.pLow() == null ? 0 : result.pLow());
        var high = Spoken.percent(result.pHigh() == null ? 0 : result.pHigh());
        return switch (result.state()) {
            case PROPOSE ->
                new Text(
                        "现有信息支持" + verified.zh() + "（至少 " + low + "的把握）：建议确认，由人决定。",
                        "What is known supports " + verified.en() + ", at least " + low
                                + " sure: proposed, for a person to decide.");
            case LIKELY ->
                new Text(
                        "现有信息指向" + verified.zh() + "，但只有 " + low + "的把握：暂不建议。",
                        "What is known points to " + verified.en() + ", but only " + low + " sure: not proposed yet.");
            case REVIEW ->
                new Text(
                        "现有信息与已确认的" + confirmed.zh() + "不符（至多 " + high + "的把握）：请上级与本人复核，不会自动变更。",
                        "What is known speaks against the confirmed " + confirmed.en() + ", at most " + high
                                + " sure: for manager and engineer to look at; nothing changes by itself.");
            case EVIDENCE_DUE ->
                new Text(
                        "对已确认的" + confirmed.zh() + "，现有信息不足或过旧：需要补充信息，并非评判。",
                        "Too little is known, or it is too old, to show the confirmed " + confirmed.en()
                                + ": reviews or evidence are due; this is no judgement.");
            case UNRATED ->
                new Text("尚无确认的级别，现有信息也不足以验证任何级别。", "Nothing is confirmed, and too little is known to verify a level.");
            case HUMAN_REVIEW ->
                new Text(
                        "只由人评判：系统不作建议，由人在完整评审后决定。",
                        "Only people judge here: the system proposes nothing, a person decides after a full review.");
            case CONFIRMED ->
                new Text(
                        "已确认：" + confirmed.zh() + "，无需变更。",
                        "Confirmed: " + confirmed.en() + "; nothing asks for a change.");
        };
    }

    /** What a level still needs, or that it holds. */
    Text of(LevelOutcome level, Missing missing) {
        var name = names.level(level.level());
        if (ownRule) {
            var is = level.verified()
                    ? new Text("已达到", "met")
                    : level.possible()
                            ? new Text("未知，但仍有可能", "unknown, but still possible")
                            : new Text("未达到", "not met");
            return new Text(name.zh() + "：" + is.zh() + "。", name.en() + ": " + is.en() + ".");
        }
        var between = "P " + Spoken.percent(level.pLow()) + "–" + Spoken.percent(level.pHigh());
        var counted = new Text(
                "需要 " + level.needed() + "/" + level.importance() + " 的重要度，已达到 " + level.met() + "，未知 "
                        + level.unknown(),
                level.needed() + " of " + level.importance() + " importance are needed, " + level.met()
                        + " are met and " + level.unknown() + " unknown");
        var holds = missing.importance() == 0 && missing.mustHaves().isEmpty();
        var verdict = holds && level.verified()
                ? new Text("已达到", "met")
                : holds ? new Text("本级满足，但更低级别未满足", "its own rule holds, but a lower level does not") : lacks(missing);
        return new Text(
                name.zh() + "：" + verdict.zh() + "（" + counted.zh() + "；" + between + "）。",
                name.en() + ": " + verdict.en() + " (" + counted.en() + "; " + between + ").");
    }

    private Text lacks(Missing missing) {
        List<Text> musts = missing.mustHaves().stream().map(names::skill).toList();
        var must = musts.isEmpty()
                ? new Text("", "")
                : new Text(
                        "必备：" + musts.stream().map(Text::zh).collect(Collectors.joining("、")),
                        "the must-haves " + musts.stream().map(Text::en).collect(Collectors.joining(", ")));
        var more = missing.importance() == 0
                ? new Text("", "")
                : new Text("重要度 " + missing.importance(), missing.importance() + " of importance");
        var both = !must.en().isEmpty() && !more.en().isEmpty();
        return new Text(
                "还缺" + more.zh() + (both ? "；" : "") + must.zh(),
                "lacks " + more.en() + (both ? " and " : "") + must.en());
    }

    private Text help(LevelReview next) {
        var skill = names.skill(next.skill());
        var by = next.kind() == Kind.PEER
                ? new Text("再有一份同事评审", "one more peer review")
                : new Text("上级评审一次", "a review by the manager");
        var to = Spoken.percent(next.pLow());
        return new Text(
                skill.zh() + by.zh() + "最能提高把握（" + level(next.level()).zh() + "可达 " + to + "）。",
                "Of all single reviews " + by.en() + " of " + skill.en() + " would raise certainty most ("
                        + level(next.level()).en() + " to " + to + ").");
    }

    private Text level(@Nullable String id) {
        return id == null ? NONE : names.level(id);
    }
}
