package dev.skillladder.catalog.search;

import dev.skillladder.catalog.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of hits ended: rank, framework and skill of its last hit. Opaque to clients. */
record SkillCursor(int rank, String framework, String skill) {

    private static final Pattern SPELLING = Pattern.compile("(-?[0-9]{1,4}) ([a-z0-9-]*) ([a-z0-9-]*)");

    static final SkillCursor START = new SkillCursor(-1, "", "");

    static SkillCursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        try {
            Matcher parts = SPELLING.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new SkillCursor(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    String text() {
        String spelling = rank + " " + framework + " " + skill;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(spelling.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal unknown() {
        return Refusal.badRequest("bad-cursor", "after is not a cursor: pass the next of the page before, unchanged.");
    }
}
