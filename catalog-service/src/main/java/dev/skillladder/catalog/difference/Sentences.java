package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.difference.Subjects.Asking;
import dev.skillladder.catalog.document.Texts;
import dev.skillladder.contract.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says a change in both languages. */
final class Sentences {

    private static final int LONGEST_VALUE = 80;

    private final Names names;
    private final Subjects subjects;
    private final Marks marks;

    Sentences(Names names) {
        this.names = names;
        this.subjects = new Subjects(names);
        this.marks = new Marks(names, subjects);
    }

    Text of(ChangeType type, Found found) {
        return switch (type) {
            case REQUIREMENT_ADDED,
                    REQUIREMENT_REMOVED,
                    REQUIREMENT_RAISED,
                    REQUIREMENT_LOWERED,
                    REWEIGHTED,
                    MUST_HAVE_CHANGED -> requirement(type, found, subjects.asking(found.place()));
            case MOVED -> moved(found);
            case RENAMED -> renamed(found);
            case DESCRIPTION_CHANGED -> textChanged(found, new Text("说明", "the description"));
            case FRESHNESS_CHANGED -> found.element() ? marks.of(found) : other(found);
            case BEHAVIOUR_CHANGED ->
                textChanged(found, new Text("内容", found.place().segment()));
            default -> other(found);
        };
    }

    private static Text requirement(ChangeType type, Found found, Asking asking) {
        String zh = "岗位" + asking.role().zh() + "的级别" + asking.level().zh();
        String en = "Role " + asking.role().en() + ", level " + asking.level().en() + ": ";
        String skillZh = asking.skill().zh();
        String skillEn = asking.skill().en();
        String before = shown(found.before());
        String after = shown(found.after());
        return switch (type) {
            case REQUIREMENT_ADDED ->
                new Text(
                        zh + "新增对" + skillZh + "的要求：" + asked(found.after()).zh() + "。",
                        en + skillEn + " is asked for at "
                                + asked(found.after()).en() + ".");
            case REQUIREMENT_REMOVED ->
                new Text(
                        zh + "不再要求" + skillZh + "（原为 " + asked(found.before()).zh() + "）。",
                        en + skillEn + " is no longer asked for; it was at "
                                + asked(found.before()).en() + ".");
            case REQUIREMENT_RAISED ->
                new Text(
                        zh + "对" + skillZh + "的要求由 " + before + " 提高到 " + after + "。",
                        en + "what is asked of " + skillEn + " rises from " + before + " to " + after + ".");
            case REQUIREMENT_LOWERED ->
                new Text(
                        zh + "对" + skillZh + "的要求由 " + before + " 降低到 " + after + "。",
                        en + "what is asked of " + skillEn + " falls from " + before + " to " + after + ".");
            case REWEIGHTED ->
                new Text(
                        zh + "中" + skillZh + "的重要性由 " + before + " 改为 " + after + "。",
                        en + "the importance of " + skillEn + " changes from " + before + " to " + after + ".");
            default -> {
                boolean now = found.after() != null && found.after().asBoolean(false);
                yield new Text(
                        zh + "中" + skillZh + (now ? "成为必备技能。" : "不再是必备技能。"),
                        en + skillEn + (now ? " becomes a must-have." : " is no longer a must-have."));
            }
        };
    }

    private static Text asked(@Nullable JsonNode requirement) {
        if (requirement == null) {
            return new Text("", "");
        }
        String proficiency = shown(requirement.get("proficiency"));
        String importance = shown(requirement.get("importance"));
        boolean must = requirement.path("mustHave").asBoolean(false);
        return new Text(
                proficiency + "（重要性 " + importance + (must ? "，必备）" : "）"),
                proficiency + " (importance " + importance + (must ? ", must-have)" : ")"));
    }

    private Text moved(Found found) {
        Text subject = subjects.of(found.place());
        Text from = category(found.before());
        Text to = category(found.after());
        return new Text(
                subject.zh() + "由" + from.zh() + "移到" + to.zh() + "。",
                subject.en() + " moves from " + from.en() + " to " + to.en() + ".");
    }

    private Text category(@Nullable JsonNode id) {
        if (id == null || id.isNull()) {
            return new Text("顶层", "the top");
        }
        Text name = names.of(Thing.CATEGORY, id.asString(""));
        return new Text("类别" + name.zh(), "category " + name.en());
    }

    /** Each sentence quotes its own language; if only the other one changed, it quotes that and says so. */
    private Text renamed(Found found) {
        Text before = Texts.text(found.before());
        Text after = Texts.text(found.after());
        Text subject = subjects.of(found.place());
        boolean zh = !before.zh().equals(after.zh());
        boolean en = !before.en().equals(after.en());
        return new Text(
                subject.zh()
                        + (zh ? "的名称" : "的英文名称")
                        + fromTo(zh ? before.zh() : before.en(), zh ? after.zh() : after.en())
                                .zh(),
                subject.en()
                        + (en ? ": the name" : ": the Chinese name")
                        + fromTo(en ? before.en() : before.zh(), en ? after.en() : after.zh())
                                .en());
    }

    private Text textChanged(Found found, Text what) {
        Text subject = subjects.of(found.place());
        Text before = Texts.text(found.before());
        Text after = Texts.text(found.after());
        boolean zh = !before.zh().equals(after.zh());
        boolean en = !before.en().equals(after.en());
        Text languages =
                zh == en ? new Text("", "") : zh ? new Text("（中文）", " in Chinese") : new Text("（英文）", " in English");
        return new Text(
                subject.zh() + "的" + what.zh() + "已修改" + languages.zh() + "。",
                subject.en() + ": " + what.en() + " changes" + languages.en() + ".");
    }

    private Text other(Found found) {
        Text subject = subjects.of(found.place());
        if (found.element()) {
            return found.before() == null
                    ? new Text("新增" + subject.zh() + "。", subject.en() + " is added.")
                    : new Text("删除" + subject.zh() + "。", subject.en() + " is removed.");
        }
        String property = found.place().segment();
        if (found.reordered()) {
            return new Text(
                    subject.zh() + "：" + property + " 的顺序已改变。",
                    subject.en() + ": the order of " + property + " changes.");
        }
        Text values = fromTo(shown(found.before()), shown(found.after()));
        return new Text(
                subject.zh() + "的 " + property + " " + values.zh(), subject.en() + ": " + property + values.en());
    }

    private static Text fromTo(String before, String after) {
        return new Text(
                "由“" + shortened(before) + "”改为“" + shortened(after) + "”。",
                " changes from “" + shortened(before) + "” to “" + shortened(after) + "”.");
    }

    /** A value as people write it; nothing is a dash. */
    static String shown(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "–";
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return shortened(value.isString() ? value.asString() : Objects.toString(value));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
