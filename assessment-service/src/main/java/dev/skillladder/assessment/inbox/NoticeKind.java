package dev.skillladder.assessment.inbox;

import dev.skillladder.contract.Text;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people are told about. A sentence is made when it is read, from the kind and the notice's parameters; {@code person}
 * is the name of whom it is about. No sentence holds a rating or a level: they also go out as mail.
 */
public enum NoticeKind {
    /** Somebody is asked for a review. */
    REVIEW_ASKED("You are asked to review {person}.", "请您评审{person}。"),
    /** A review is due within days. */
    DUE_SOON("The review of {person} is due on {due}.", "对{person}的评审将于 {due} 到期。"),
    /** A review was due. */
    OVERDUE("The review of {person} was due on {due}.", "对{person}的评审已于 {due} 到期。"),
    /** Who asked for a review reads that it will not come from that side; who declined is not said. */
    REVIEW_DECLINED("Somebody you asked to review {person} declined.", "您邀请评审{person}的人员中有一位谢绝了。"),
    /** Who asked for a manager's review reads that another person writes it. */
    REVIEW_DELEGATED(
            "The manager's review of {person} that you asked for was handed to somebody else.",
            "您请求的对{person}的经理评审已转交他人。"),
    /** A manager may decide. */
    PROPOSAL_WAITING("A level is proposed for {person}; it waits for your decision.", "{person}的级别建议等待您的决定。"),
    /** A second person is to decide. */
    CONTEST_ASSIGNED(
            "{person} contests a line of the explanation; please decide by {due}.",
            "{person}对说明中的一项提出申诉,请于 {due} 前处理。"),
    /** The engineer reads the outcome. */
    CONTEST_DECIDED("The contest about {person} was decided; the reason is given there.", "关于{person}的申诉已有结果,请查看理由。"),
    /** A rater signs a calibrated rating. */
    CALIBRATION_TO_SIGN("A calibrated rating of {person} waits for your signature.", "{person}的校准评分等待您签字。"),
    /** Skills become unknown by age. */
    RUNS_OUT_SOON(
            "Skills of {person} that become unknown by {due} unless they are shown again: {count}.",
            "{person}有 {count} 项技能将在 {due} 前因过期而变为未知,请补充新的记录。"),
    /** A file can be fetched. */
    REPORT_READY("The report you asked for is ready.", "您请求的报告已生成。"),
    /** A manager vouched for the person's evidence. */
    EVIDENCE_VERIFIED("Evidence of {person} was verified.", "{person}的佐证已核实。"),
    /** The newcomer reads what was decided. */
    PROGRAMME_ADMITTED("You are admitted to the growth programme.", "您已获准参加成长计划。"),
    /** The same, when it was no. */
    PROGRAMME_REFUSED(
            "You are not admitted to the growth programme this time; HR tells you why.", "您此次未获准参加成长计划，原因请咨询人力资源部。"),
    /** A mentor looks after somebody. */
    MENTOR_OF("You are the mentor of {person} in the growth programme.", "您是{person}在成长计划中的导师。"),
    /** The newcomer reads who that is. */
    MENTOR_ASSIGNED("{person} is your mentor in the growth programme.", "{person}是您在成长计划中的导师。"),
    /** A participant and the mentor prepare. */
    MILESTONE_DUE_SOON(
            "A milestone of {person} in the growth programme is due on {due}.", "{person}在成长计划中的里程碑将于 {due} 到期。"),
    /** The same, when the day has passed without it. */
    MILESTONE_LATE(
            "A milestone of {person} in the growth programme was due on {due} and is not reached yet.",
            "{person}在成长计划中的里程碑已于 {due} 到期，尚未达到。"),
    /** Somebody's own plan. */
    ACTION_DUE_SOON("A development action of {person} is due on {due}.", "{person}的发展行动将于 {due} 到期。"),
    /** The same, when the day has passed. */
    ACTION_OVERDUE("A development action of {person} was due on {due}.", "{person}的发展行动已于 {due} 到期。");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String PERSON = "person";

    private final String en;
    private final String zh;

    NoticeKind(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    boolean namesPerson() {
        return names().anyMatch(PERSON::equals);
    }

    /** What a notice of this kind has to say beside the person. */
    Set<String> parameters() {
        return names().filter(name -> !name.equals(PERSON)).collect(Collectors.toSet());
    }

    private Stream<String> names() {
        return PARAMETER.matcher(en).results().map(found -> found.group(1));
    }

    Text say(Text person, Map<String, String> values) {
        return new Text(fill(zh, person.zh(), values), fill(en, person.en(), values));
    }

    private static String fill(String sentence, String person, Map<String, String> values) {
        return PARAMETER
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals(PERSON) ? person : values.getOrDefault(found.group(1), "?")));
    }
}
