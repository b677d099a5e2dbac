package dev.skillladder.catalog.difference;

import dev.skillladder.contract.Text;

/** What kind of change it is. */
public enum ChangeType {
    /** Something new. */
    ADDED("新增", "Added"),
    /** Something is gone. */
    REMOVED("删除", "Removed"),
    /** A skill went on as several. */
    SPLIT("拆分", "Split"),
    /** Several skills went on as one. */
    MERGED("合并", "Merged"),
    /** A skill went on as another one. */
    REPLACED("取代", "Replaced"),
    /** A skill or category is in another category. */
    MOVED("移动", "Moved"),
    /** The elements of a list stand in another order. */
    REORDERED("调整顺序", "Reordered"),
    /** Same id, other name. */
    RENAMED(true, "改名", "Renamed"),
    DESCRIPTION_CHANGED(true, "说明修改", "Description changed"),
    /** How a step of a skill is described. */
    BEHAVIOUR_CHANGED(true, "行为描述修改", "Behaviour changed"),
    /** What else is read or searched by: sources, synonyms, what sets a level apart. */
    TEXT_CHANGED(true, "文字修改", "Text changed"),
    /** A text was marked as out of date, or is no longer. */
    FRESHNESS_CHANGED(true, "译文标记", "Freshness mark"),
    REQUIREMENT_ADDED("新增要求", "Requirement added"),
    REQUIREMENT_REMOVED("取消要求", "Requirement removed"),
    REQUIREMENT_RAISED("要求提高", "Requirement raised"),
    REQUIREMENT_LOWERED("要求降低", "Requirement lowered"),
    /** Another importance. */
    REWEIGHTED("重要性调整", "Re-weighted"),
    MUST_HAVE_CHANGED("必备调整", "Must-have changed"),
    SCALE_CHANGED("量表修改", "Scale changed"),
    LADDER_CHANGED("阶梯修改", "Ladder changed"),
    PARAMETER_CHANGED("参数修改", "Parameter changed"),
    RULE_CHANGED("规则修改", "Rule changed"),
    /** What a draft says about skills that go on as others. */
    MAPPING_CHANGED("技能映射修改", "Skill mapping changed"),
    GOLDEN_PROFILE_CHANGED("标准案例修改", "Golden profile changed"),
    /** Anything else, for example how fast a skill ages. */
    CHANGED("其他修改", "Changed");

    private final boolean text;
    private final String zh;
    private final String en;

    ChangeType(String zh, String en) {
        this(false, zh, en);
    }

    ChangeType(boolean text, String zh, String en) {
        this.text = text;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it is about nothing but what people read or search by, so that no level can change. */
    public boolean isText() {
        return text;
    }

    /** In a heading. */
    public Text label() {
        return new Text(zh, en);
    }
}
