package dev.skillladder.catalog.validation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Everything that can be wrong with a document. The name in JSON is stable: lower case with hyphens. */
enum Code {
    /** A field, list or element is absent or null. */
    MISSING("缺少必填内容", "A value is missing"),
    /** A list that needs at least one element has none. */
    EMPTY("至少需要一项", "At least one element is needed"),
    /** A text lacks one of its languages, or is blank in it. */
    TEXT_MISSING("缺少%s文本", "The %s text is missing"),
    /** Not a slug. */
    BAD_SLUG("“%s”不是有效的标识：应为 1 到 64 个 a-z、0-9 或 -", "'%s' is not an id: use 1 to 64 of a-z, 0-9 and -"),
    /** An id that an earlier element of the same list has. */
    DUPLICATE_ID("标识“%s”已被使用", "The id '%s' is used already"),
    /** The document's id is not the framework's. */
    OTHER_FRAMEWORK("文档的标识应为“%s”", "The document's id must be '%s'"),
    /** The document is too large for an event. */
    TOO_LARGE("文档过大：最多 %s 字节", "The document is too large: at most %s bytes"),
    UNKNOWN_CATEGORY("没有类别“%s”", "There is no category '%s'"),
    UNKNOWN_PARENT("没有上级类别“%s”", "There is no category '%s' to be below"),
    UNKNOWN_SKILL("没有技能“%s”", "There is no skill '%s'"),
    UNKNOWN_LADDER("没有阶梯“%s”", "There is no ladder '%s'"),
    UNKNOWN_LEVEL("该岗位的阶梯中没有级别“%s”", "The role's ladder has no level '%s'"),
    UNKNOWN_ROLE("没有岗位“%s”", "There is no role '%s'"),
    UNKNOWN_ACTION("没有发展行动“%s”", "There is no development action '%s'"),
    UNKNOWN_HALF_LIFE("没有半衰期类别“%s”", "There is no half-life '%s'"),
    /** A synonym list for another language than zh and en. */
    UNKNOWN_LANGUAGE("不支持的语言“%s”：应为 zh 或 en", "'%s' is not a language of the product: use zh or en"),
    /** A category is below itself. */
    CATEGORY_CYCLE("类别“%s”处于循环之中", "The category '%s' is below itself"),
    /** A skill is among its own prerequisites, or those of theirs. */
    PREREQUISITE_CYCLE("技能“%s”处于先修循环之中", "The skill '%s' would have to be learnt before itself"),
    /** Bounds or step of the scale make no sense. */
    BAD_SCALE("量表无效：%s", "The scale makes no sense: %s"),
    /** Not one name per whole step, lowest first. */
    SCALE_STEPS("量表的每个整数级需要且只需要一个名称，由低到高：%s", "The scale needs one name per whole step, lowest first: %s"),
    /** Not one behaviour per whole step, lowest first. */
    BEHAVIOUR_STEPS("每个整数级需要且只需要一条行为描述，由低到高：%s", "A skill needs one behaviour per whole step, lowest first: %s"),
    /** A proficiency outside the scale or between its steps. */
    OFF_SCALE("%s 不在量表上", "%s is not on the scale"),
    IMPORTANCE_RANGE("重要性 %s 不在 1 到 100 之间", "The importance %s is not between 1 and 100"),
    TOO_MANY_MUST_HAVES("级别“%s”的必备技能过多：%s", "Level '%s' has too many must-haves: %s"),
    DUPLICATE_REQUIREMENT("级别“%s”对技能“%s”的要求重复", "Level '%s' asks for skill '%s' already"),
    REQUIREMENT_FALLS("技能“%s”的要求随级别升高而降低：%s", "What is asked of skill '%s' falls with a higher level: %s"),
    MUST_HAVE_DROPPED("技能“%s”在较低级别为必备，在级别“%s”却不是", "Skill '%s' is a must-have below level '%s' but not there"),
    LEVEL_WITHOUT_REQUIREMENT("级别“%s”没有任何要求", "Level '%s' asks for nothing"),
    LEVEL_UNREACHABLE("无法达到：%s", "Nobody can reach it: %s"),
    PARAMETER_RANGE("%s 超出范围：%s", "%s is out of range: %s"),
    UNKNOWN_RULE("未知规则“%s”：应为 levels-1 或 declarative", "There is no rule '%s': use levels-1 or declarative"),
    /** A declarative rule that does not type-check. */
    RULE_WRONG("规则无效：%s", "The rule cannot be used: %s"),
    /** A golden profile that cannot be computed. */
    GOLDEN_PROFILE_WRONG("黄金样例无效：%s", "The golden profile cannot be computed: %s"),
    /** A golden profile for which the version computes another level. */
    GOLDEN_PROFILE_FAILS("黄金样例不符：%s", "The golden profile fails: %s"),
    TRANSFER_TO_ITSELF("转岗的起点与终点相同", "The transfer leads to the role it starts from"),
    DUPLICATE_TRANSFER("从“%s”到“%s”的转岗重复", "The transfer from '%s' to '%s' is there already"),
    /** A list of references names the same thing twice. */
    DUPLICATE_REFERENCE("“%s”在列表中重复", "'%s' is in the list already"),
    RATE_RANGE("比率 %s 不在 (0, 1] 之内", "The rate %s is not in (0, 1]"),
    /** A month outside the programme or not after the one before. */
    MONTH_RANGE("月份 %s 无效：%s", "The month %s makes no sense: %s"),
    MILESTONE_EMPTY("里程碑既没有级别也没有熟练度", "The milestone names neither a level nor a proficiency"),
    MAPPED_SKILL_UNKNOWN("上一版本没有技能“%s”", "The version before has no skill '%s'"),
    /** A mapping ends a skill that goes on under its own id. */
    MAPPED_SKILL_STAYS("技能“%s”仍在本版本中，不能再映射", "The skill '%s' is still there, so it cannot go on as another"),
    MAPPED_TWICE("技能“%s”被映射了两次", "The skill '%s' is mapped twice"),
    /** A split has one origin and several heirs, a merge the other way round, a replacement one of each. */
    MAPPING_ARITY("此类映射在此处应有 %s 个技能，而不是 %s 个", "This kind of mapping needs %s skills here, not %s"),
    REDUCER_WITHOUT_MERGE("只有合并才能指定取值方式", "Only a merge takes a reducer"),
    /** People's ratings of it end here. */
    SKILL_DROPPED(
            Severity.WARNING,
            "技能“%s”已删除且没有映射：已有评分不再计入",
            "The skill '%s' is gone without a mapping: ratings of it no longer count"),
    /** One language was not looked at after the other one changed. */
    OUT_OF_DATE(Severity.WARNING, "%s文本可能已过期", "The %s text may be out of date"),
    /** Allowed, but probably forgotten. */
    SKILL_UNUSED(Severity.WARNING, "没有岗位要求技能“%s”", "No role asks for skill '%s'"),
    /** The list of findings ends here. */
    AND_MORE("问题过多，其余未列出", "There are more problems than are listed");

    private final Severity severity;
    private final String zh;
    private final String en;

    Code(String zh, String en) {
        this(Severity.ERROR, zh, en);
    }

    Code(Severity severity, String zh, String en) {
        this.severity = severity;
        this.zh = zh;
        this.en = en;
    }

    Severity severity() {
        return severity;
    }

    String zh(Object... values) {
        return zh.formatted(values);
    }

    String en(Object... values) {
        return en.formatted(values);
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
