package dev.skillladder.profile.engineer;

import dev.skillladder.profile.page.PageRequest;
import dev.skillladder.profile.problem.BadParameter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a list of engineers is sorted and paged by. Names in Chinese go by pinyin, with other scripts after Han. */
enum ListOrder {
    NUMBER("e.employee_number collate \"C\" > :after", "e.employee_number collate \"C\""),
    ZH(
            "(:after = '' or (e.name_zh collate \"zh-x-icu\", e.id) > (:name collate \"zh-x-icu\", :id::uuid))",
            "e.name_zh collate \"zh-x-icu\", e.id"),
    EN(
            "(:after = '' or (e.name_en collate \"en-x-icu\", e.id) > (:name collate \"en-x-icu\", :id::uuid))",
            "e.name_en collate \"en-x-icu\", e.id");

    /** Language, id and name of the last person seen. */
    private static final Pattern PLACE = Pattern.compile("(ZH|EN) ([0-9a-f-]{36}) (.*)");

    private final String afterwards;
    private final String sorted;

    ListOrder(String afterwards, String sorted) {
        this.afterwards = afterwards;
        this.sorted = sorted;
    }

    /**
     * @param sort {@code number}, the default, or {@code name}
     * @param lang of names: {@code en}, the default, or {@code zh}
     */
    static ListOrder of(@Nullable String sort, @Nullable String lang) {
        if (lang != null && !lang.equals("zh") && !lang.equals("en")) {
            throw new BadParameter("lang must be zh or en.");
        }
        return switch (sort) {
            case null -> NUMBER;
            case "number" -> NUMBER;
            case "name" -> "zh".equals(lang) ? ZH : EN;
            default -> throw new BadParameter("sort must be number or name.");
        };
    }

    /** Condition for what comes after the last page, with {@link #place} as its parameters. */
    String afterwards() {
        return afterwards;
    }

    String sorted() {
        return sorted;
    }

    Map<String, String> place(PageRequest page) {
        if (this == NUMBER || page.after().isEmpty()) {
            return Map.of("after", page.after(), "name", "", "id", new UUID(0, 0).toString());
        }
        var place = PLACE.matcher(page.after());
        if (!place.matches() || !place.group(1).equals(name())) {
            throw new BadParameter(
                    "after must be the next of an earlier page in the same order; leave it out to start anew.");
        }
        return Map.of("after", page.after(), "id", place.group(2), "name", place.group(3));
    }

    /** Where a page ends with this person. */
    String key(Engineer last) {
        return switch (this) {
            case NUMBER -> last.employeeNumber();
            case ZH -> "ZH " + last.id() + " " + last.name().zh();
            case EN -> "EN " + last.id() + " " + last.name().en();
        };
    }
}
