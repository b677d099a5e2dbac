package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Measure;
import dev.skillladder.assessment.explanation.Explanation.RequirementLine;
import dev.skillladder.assessment.explanation.Inputs.Group;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The sentence about one skill in Chinese. */
final class Chinese {

    private Chinese() {}

    static String say(Spoken spoken) {
        return spoken.skill().zh()
                + voices(spoken)
                + (spoken.ownRule() == null ? asked(spoken) : spoken.ownRule().zh());
    }

    private static String voices(Spoken spoken) {
        if (spoken.measure() == null) {
            return "：还没有任何评价。";
        }
        var parts = new ArrayList<String>();
        for (var group : spoken.groups()) {
            var of = parts.isEmpty() ? "占权重 " : "";
            parts.add(who(group, spoken.own()) + " " + Spoken.number(group.value()) + "（" + of
                    + Spoken.percent(group.share()) + "）");
        }
        return " " + Spoken.number(spoken.measure().mean()) + "：" + String.join("，", parts) + "。";
    }

    private static String who(Group group, boolean own) {
        var whose = own ? "您的" : "";
        var one = group.count() == 1;
        return switch (group.kind()) {
            case MANAGER -> one ? whose + "上级评" : whose + " " + group.count() + " 位上级合计评";
            case PEER -> one ? "一位同事评" : whose + " " + group.count() + " 位同事合计评";
            case SELF -> own ? "您自评" : "本人自评";
            case EVIDENCE -> one ? "佐证显示" : group.count() + " 项佐证显示";
        };
    }

    private static String asked(Spoken spoken) {
        var requirement = spoken.requirement();
        var level = spoken.levelName();
        if (spoken.exempt()) {
            return "根据豁免，暂不计入" + (spoken.own() ? "您" : "此人") + "的级别规则。";
        }
        if (requirement == null || level == null) {
            return "该岗位不要求此技能。";
        }
        return level.zh() + "要求 " + Spoken.number(requirement.proficiency()) + "，从 "
                + Spoken.number(requirement.metFrom()) + " 起算：" + verdict(spoken, requirement) + help(spoken) + "。";
    }

    private static String verdict(Spoken spoken, RequirementLine requirement) {
        var sureness = Spoken.percent(Spoken.sureness(requirement)) + "的把握";
        var caution = Spoken.sure(requirement) ? "，有 " : "，但只有 ";
        return switch (requirement.status()) {
            case MET -> "已达到" + caution + sureness;
            case NOT_MET -> "未达到" + caution + sureness;
            case UNKNOWN -> "未知" + why(spoken, spoken.measure());
        };
    }

    private static String why(Spoken spoken, @Nullable Measure measure) {
        if (measure == null) {
            return "";
        }
        if (spoken.stale()) {
            return "，因为自 " + measure.staleOn() + " 起已有的评价过旧";
        }
        return switch (measure.basis()) {
            case CLAIMED -> "，因为仅凭" + (spoken.own() ? "您" : "本人") + "自评不能认定";
            case DOCUMENTED -> "，因为没有评审、仅凭佐证不能认定";
            case REVIEWED -> "，因为评审人太少或评审权重不足";
        };
    }

    private static String help(Spoken spoken) {
        if (spoken.next() == null) {
            return "";
        }
        if (spoken.next() == Kind.PEER) {
            return "；再有一份同事评审最有帮助";
        }
        var whose = spoken.own() ? "您的" : "";
        return "；" + whose + "上级" + (spoken.managerSpoke() ? "重新" : "") + "评审一次最有帮助";
    }
}
