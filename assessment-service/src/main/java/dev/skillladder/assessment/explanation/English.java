package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Measure;
import dev.skillladder.assessment.explanation.Explanation.RequirementLine;
import dev.skillladder.assessment.explanation.Inputs.Group;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentence about one skill in English. */
final class English {

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private English() {}

    static String say(Spoken spoken) {
        return spoken.skill().en()
                + voices(spoken)
                + (spoken.ownRule() == null
                        ? asked(spoken)
                        : " " + spoken.ownRule().en());
    }

    private static String voices(Spoken spoken) {
        if (spoken.measure() == null) {
            return ": nobody has said anything yet.";
        }
        var parts = new ArrayList<String>();
        for (var group : spoken.groups()) {
            var of = parts.isEmpty() ? " of the weight" : "";
            parts.add(who(group, spoken.own()) + " " + Spoken.number(group.value()) + " ("
                    + Spoken.percent(group.share()) + of + ")");
        }
        return " " + Spoken.number(spoken.measure().mean()) + ": " + String.join(", ", parts) + ".";
    }

    private static String who(Group group, boolean own) {
        var whose = own ? "your" : "the";
        var one = group.count() == 1;
        return switch (group.kind()) {
            case MANAGER -> one ? whose + " manager says" : whose + " " + count(group) + " managers together say";
            case PEER -> one ? "one peer says" : whose + " " + count(group) + " peers together";
            case SELF -> own ? "you said" : "the person said";
            case EVIDENCE -> one ? "evidence shows" : count(group) + " pieces of evidence show";
        };
    }

    private static String count(Group group) {
        return group.count() < NUMBERS.size() ? NUMBERS.get(group.count()) : Integer.toString(group.count());
    }

    private static String asked(Spoken spoken) {
        var requirement = spoken.requirement();
        var level = spoken.levelName();
        if (spoken.exempt()) {
            return " An exemption leaves it out of " + (spoken.own() ? "your" : "this person's") + " rule for now.";
        }
        if (requirement == null || level == null) {
            return " The role does not ask for it.";
        }
        return " " + level.en() + " asks for " + Spoken.number(requirement.proficiency()) + ", which starts at "
                + Spoken.number(requirement.metFrom()) + ": " + verdict(spoken, requirement) + help(spoken) + ".";
    }

    private static String verdict(Spoken spoken, RequirementLine requirement) {
        var sureness = Spoken.percent(Spoken.sureness(requirement)) + " sure";
        var caution = Spoken.sure(requirement) ? ", " : ", but only ";
        return switch (requirement.status()) {
            case MET -> "met" + caution + sureness;
            case NOT_MET -> "not met" + caution + sureness;
            case UNKNOWN -> "unknown" + why(spoken, spoken.measure());
        };
    }

    private static String why(Spoken spoken, @Nullable Measure measure) {
        if (measure == null) {
            return "";
        }
        if (spoken.stale()) {
            return ", because what was said is too old since " + measure.staleOn();
        }
        return switch (measure.basis()) {
            case CLAIMED -> ", because " + (spoken.own() ? "your" : "the person's") + " own word alone does not decide";
            case DOCUMENTED -> ", because evidence without a review does not decide";
            case REVIEWED -> ", because too few people spoke or their reviews weigh too little";
        };
    }

    private static String help(Spoken spoken) {
        if (spoken.next() == null) {
            return "";
        }
        var whose = spoken.own() ? "your" : "the";
        if (spoken.next() == Kind.PEER) {
            return "; one more peer review would help most";
        }
        return "; a " + (spoken.managerSpoke() ? "new " : "") + "review by " + whose + " manager would help most";
    }
}
