package dev.skillladder.catalog.comparison;

import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.Text;
import java.util.Locale;

/** The languages of the product. */
enum Language {
    ZH,
    EN;

    /** The language of the parameter {@code lang}. */
    static Language of(String tag) {
        return switch (tag) {
            case "zh" -> ZH;
            case "en" -> EN;
            default -> throw Refusal.badRequest("bad-parameter", "lang is '" + tag + "'; it must be zh or en.");
        };
    }

    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    /** As HTML and our parameters spell it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
