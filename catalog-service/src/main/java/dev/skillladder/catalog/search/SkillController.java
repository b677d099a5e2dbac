package dev.skillladder.catalog.search;

import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding skills; open to every valid token. */
@Tag(name = "Skills", description = "Finding skills by id, name and synonym in both languages, and by pinyin")
@RestController
class SkillController {

    private static final int LONGEST_QUESTION = 100;

    private final SkillSearch search;
    private final Versions versions;

    SkillController(SkillSearch search, Versions versions) {
        this.search = search;
        this.versions = versions;
    }

    @Operation(
            summary = "Finds skills",
            description = "In the newest version of every framework, of one framework, or in a given version. The same"
                    + " first, then what begins with q, contains it, or has typing errors (one from four characters on, two"
                    + " from eight). Chinese is also found by pinyin and its initials, and the words of q may be found"
                    + " one by one. An empty q lists everything."
                    + " Errors: 400 bad-question, bad-cursor, bad-limit, framework-missing; 404 version-not-found.")
    @GetMapping("/api/catalog/skills")
    Page<SkillHit> findSkills(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String framework,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Page.limit(limit);
        Question question = Question.of(checked(q), framework, version);
        refuseUnknown(framework, version);
        List<SkillSearch.Ranked> found = answers(question, SkillCursor.parse(after), size + 1);
        Page<SkillSearch.Ranked> page = Page.of(found, size, SkillSearch.Ranked::cursor);
        return new Page<>(page.items().stream().map(SkillSearch.Ranked::hit).toList(), page.next());
    }

    private List<SkillSearch.Ranked> answers(Question question, SkillCursor after, int rows) {
        if (question.words().isEmpty()) {
            return search.all(question, after, rows);
        }
        return question.findsNothing() ? List.of() : search.find(question, after, rows);
    }

    private static String checked(String q) {
        if (q.length() > LONGEST_QUESTION || q.indexOf('\0') >= 0) {
            throw Refusal.badRequest("bad-question", "q must be at most " + LONGEST_QUESTION + " characters of text.");
        }
        return q;
    }

    private void refuseUnknown(@Nullable String framework, @Nullable Integer version) {
        if (version != null && framework == null) {
            throw Refusal.badRequest("framework-missing", "version needs framework: say whose version it is.");
        }
        if (framework != null && version != null) {
            versions.get(framework, version);
        }
    }
}
