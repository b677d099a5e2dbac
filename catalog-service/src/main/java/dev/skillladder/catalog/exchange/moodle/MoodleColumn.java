package dev.skillladder.catalog.exchange.moodle;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of Moodle's export, in its order: their names are translated, their order is not. */
enum MoodleColumn {
    PARENT(
            "parent id number",
            "parentidnumber",
            "parent id",
            "上级id号",
            "上级id编号",
            "父级id号",
            "父id编号",
            "idnummer des übergeordneten"),
    ID("id number", "idnumber", "编号", "id编号", "id号", "idnummer"),
    SHORT_NAME("short name", "shortname", "简称", "短名称", "kurzname", "nom abrégé", "nombre corto"),
    DESCRIPTION("description", "描述", "beschreibung", "descripción"),
    DESCRIPTION_FORMAT("description format", "descriptionformat", "描述格式"),
    SCALE_VALUES("scale values", "scalevalues", "量表值", "等级值"),
    SCALE_CONFIGURATION("scale configuration", "scaleconfiguration", "量表配置", "等级配置"),
    RULE_TYPE("rule type (optional)", "ruletype", "规则类型(可选)"),
    RULE_OUTCOME("rule outcome (optional)", "ruleoutcome", "规则结果(可选)"),
    RULE_CONFIG("rule config (optional)", "ruleconfig", "规则配置(可选)"),
    RELATED("cross-referenced competency id numbers", "relatedidnumbers", "交叉引用的能力id编号"),
    EXPORTED_ID("exported id (optional)", "exportid", "导出id(可选)"),
    IS_FRAMEWORK("is framework", "isframework", "是框架", "是否框架"),
    TAXONOMY("taxonomy", "taxonomies", "分类法", "分类");

    private static final Map<String, MoodleColumn> BY_NAME = Arrays.stream(values())
            .flatMap(column -> Stream.of(column.names.split(";")).map(name -> Map.entry(plain(name), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

    /** Separated by semicolons. */
    private final String names;

    MoodleColumn(String... names) {
        this.names = String.join(";", names);
    }

    /** By name; by position if a name is unknown but there are as many columns as Moodle writes. */
    static Map<MoodleColumn, Integer> of(List<String> header) {
        Map<MoodleColumn, Integer> found = new EnumMap<>(MoodleColumn.class);
        for (int index = 0; index < header.size(); index++) {
            MoodleColumn column = BY_NAME.get(plain(header.get(index)));
            if (column != null) {
                found.putIfAbsent(column, index);
            }
        }
        boolean named = found.keySet().containsAll(List.of(PARENT, ID, SHORT_NAME));
        return named || header.size() < values().length - 1 || header.size() > values().length
                ? found
                : byPosition(header.size());
    }

    private static Map<MoodleColumn, Integer> byPosition(int columns) {
        Map<MoodleColumn, Integer> found = new EnumMap<>(MoodleColumn.class);
        int index = 0;
        for (MoodleColumn column : values()) {
            if (index < columns) {
                found.put(column, index++);
            }
        }
        return found;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
