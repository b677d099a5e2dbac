package dev.skillladder.catalog.exchange.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column by its names: the first is written, all are read, in any capitals and with any blanks and punctuation. */
enum Column {
    SKILL("skill", "skill id", "id", "技能", "技能编号", "技能标识"),
    CATEGORY("category", "类别", "分类"),
    NAME_ZH("name_zh", "chinese name", "中文名称", "名称（中文）"),
    NAME_EN("name_en", "english name", "英文名称", "名称（英文）"),
    DESCRIPTION_ZH("description_zh", "chinese description", "中文描述", "描述（中文）"),
    DESCRIPTION_EN("description_en", "english description", "英文描述", "描述（英文）"),
    HALF_LIFE("half_life", "半衰期"),
    SYNONYMS_ZH("synonyms_zh", "chinese synonyms", "中文同义词", "同义词（中文）"),
    SYNONYMS_EN("synonyms_en", "english synonyms", "英文同义词", "同义词（英文）"),
    IMPROVE("improve", "development actions", "提升方式", "提升行动"),
    PREREQUISITES("prerequisites", "前置技能", "先修技能"),
    SOURCE("source", "来源", "出处"),
    STEP("step", "等级", "步骤"),
    TEXT_ZH("text_zh", "chinese behaviour", "chinese behavior", "中文行为", "行为（中文）"),
    TEXT_EN("text_en", "english behaviour", "english behavior", "英文行为", "行为（英文）"),
    ROLE("role", "岗位", "角色"),
    LEVEL("level", "级别"),
    PROFICIENCY("proficiency", "熟练度", "最低熟练度"),
    IMPORTANCE("importance", "重要性", "权重"),
    MUST_HAVE("must_have", "必备", "是否必备");

    private static final Map<String, Column> BY_NAME = Arrays.stream(values())
            .flatMap(column -> column.names().map(name -> Map.entry(plain(name), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Separated by semicolons. */
    private final String names;

    Column(String... names) {
        this.names = String.join(";", names);
    }

    String header() {
        return names().findFirst().orElseThrow();
    }

    private Stream<String> names() {
        return Stream.of(names.split(";"));
    }

    static Optional<Column> of(String header) {
        return Optional.ofNullable(BY_NAME.get(plain(header)));
    }

    static String headers(List<Column> columns, Function<Column, String> name) {
        return columns.stream().map(name).collect(Collectors.joining(", "));
    }

    /** The name in both languages, for messages. */
    String named() {
        return names().filter(name -> name.codePoints().anyMatch(point -> point > 0x2E80))
                .findFirst()
                .map(chinese -> header() + " (" + chinese + ")")
                .orElseGet(this::header);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
