package dev.skillladder.profile.scim;

import dev.skillladder.contract.Text;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** SCIM has one name where the product has two. */
final class Names {

    private Names() {}

    /**
     * The name in both languages after the identity provider said something new: in Chinese if it is written so, else in
     * English. The other one stays if it is written in its own script, else it is the same.
     */
    static Text said(String name, @Nullable Text before) {
        if (before == null) {
            return new Text(name, name);
        }
        return isHan(name)
                ? new Text(name, isHan(before.en()) ? name : before.en())
                : new Text(isHan(before.zh()) ? before.zh() : name, name);
    }

    /** Family name first where it is written in Han characters. */
    static @Nullable String joined(@Nullable String given, @Nullable String family) {
        if (given == null || family == null) {
            return given == null ? family : given;
        }
        return isHan(family) ? family + given : given + " " + family;
    }

    private static boolean isHan(String name) {
        return name.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.HAN);
    }
}
