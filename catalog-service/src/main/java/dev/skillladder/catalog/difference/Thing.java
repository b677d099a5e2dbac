package dev.skillladder.catalog.difference;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.skillladder.catalog.document.Place;
import dev.skillladder.contract.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a change is about: the innermost part of the document around it that has a name. */
enum Thing {
    FRAMEWORK("", "框架", "framework"),
    SCALE("scale", "量表", "scale"),
    SCALE_STEP("scale.steps", "量表等级", "scale step"),
    CATEGORY("categories", "类别", "category"),
    HALF_LIFE("halfLives", "半衰期", "half-life"),
    SKILL("skills", "技能", "skill"),
    BEHAVIOUR("skills.behaviours", "行为描述", "behaviour"),
    LADDER("ladders", "阶梯", "ladder"),
    LEVEL("ladders.levels", "级别", "level"),
    ROLE("roles", "岗位", "role"),
    REQUIREMENT("roles.requirements", "要求", "requirement"),
    TRANSFER("transfers", "转岗", "transfer"),
    CARRY_OVER("transfers.carriesOver", "可延续技能", "carried-over skill"),
    DEVELOPMENT_ACTION("developmentActions", "发展行动", "development action"),
    PROGRAMME("programme", "成长计划", "growth programme"),
    ENTRY("programme.entry", "入门要求", "entry requirement"),
    MILESTONE("programme.milestones", "里程碑", "milestone"),
    MILESTONE_PROFICIENCY("programme.milestones.proficiencies", "里程碑要求", "milestone requirement"),
    COURSE("programme.courses", "课程", "course"),
    PARAMETER("parameters", "参数", "parameter"),
    RULE("rule", "规则", "rule"),
    MAPPING("mappings", "技能映射", "skill mapping"),
    GOLDEN_PROFILE("goldenProfiles", "标准案例", "golden profile"),
    GOLDEN_OBSERVATION("goldenProfiles.observations", "案例观察记录", "golden profile's observation"),
    TRANSLATION("outOfDate", "译文标记", "freshness mark");

    private static final List<Thing> INNERMOST_FIRST = innermostFirst();

    private final String pattern;
    private final String zh;
    private final String en;

    Thing(String pattern, String zh, String en) {
        this.pattern = pattern;
        this.zh = zh;
        this.en = en;
    }

    /** What the place belongs to. */
    static Thing at(Place place) {
        String pattern = place.pattern();
        return INNERMOST_FIRST.stream()
                .filter(thing -> pattern.equals(thing.pattern) || pattern.startsWith(thing.pattern + "."))
                .findFirst()
                .orElse(FRAMEWORK);
    }

    /** Pattern of its place, of its list if there are several. */
    String pattern() {
        return pattern;
    }

    Text noun() {
        return new Text(zh, en);
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Thing> innermostFirst() {
        List<Thing> things = new ArrayList<>(Arrays.asList(values()));
        things.sort(
                Comparator.comparingInt((Thing thing) -> thing.pattern.length()).reversed());
        return List.copyOf(things);
    }
}
