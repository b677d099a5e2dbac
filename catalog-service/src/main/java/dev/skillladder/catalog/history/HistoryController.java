package dev.skillladder.catalog.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a framework, for curators; everybody else sees its versions. */
@Tag(name = "History", description = "Who changed what, when, from what to what; curators only")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/history")
class HistoryController {

    /** Changes shown with each entry; the others are pages of their own. */
    private static final int SHOWN = 10;

    private final History history;
    private final Frameworks frameworks;

    HistoryController(History history, Frameworks frameworks) {
        this.history = history;
        this.frameworks = frameworks;
    }

    @Operation(
            summary = "What happened to a framework, newest first",
            description = "Every revision of its drafts, also of deleted ones, every approval and publication, retiring"
                    + " and reactivating, each with its first changes as in …/diff; `draft` keeps those of one draft."
                    + " Errors: 400 bad-limit, bad-parameter; 404 framework-not-found.")
    @GetMapping
    Page<Happened> listHistory(
            @PathVariable String framework,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Page.limit(limit);
        frameworks.requireKnown(framework);
        Page<History.Numbered> page = Page.of(
                history.before(framework, draft, after == null ? Long.MAX_VALUE : after, size + 1),
                size,
                entry -> Long.toString(entry.number()));
        Map<Long, List<String>> changes = history.firstChanges(
                page.items().stream().map(History.Numbered::number).toList(), SHOWN);
        return new Page<>(
                page.items().stream()
                        .map(entry -> Happened.of(entry, changes.getOrDefault(entry.number(), List.of())))
                        .toList(),
                page.next());
    }

    @Operation(
            summary = "All changes of one entry of the history",
            description = "Errors: 400 bad-limit, bad-parameter; 404 framework-not-found. An unknown entry has none.")
    @GetMapping("/{entry}/changes")
    ChangePage listChanges(
            @PathVariable String framework,
            @PathVariable long entry,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Page.limit(limit);
        frameworks.requireKnown(framework);
        Page<History.Positioned> page = Page.of(
                history.changes(framework, entry, after, size + 1),
                size,
                change -> Integer.toString(change.position()));
        return new ChangePage(
                array(page.items().stream().map(History.Positioned::change).toList()), page.next());
    }

    private static String array(List<String> changes) {
        return "[" + String.join(",", changes) + "]";
    }

    /**
     * Something that happened.
     *
     * @param id pass it as {@code after} to go on behind it
     * @param changeCount how many changes there are; at most 10 of them are in {@code changes}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            long id,
            Happening what,
            @Nullable UUID draft,
            @Nullable Long revision,
            @Nullable Integer version,
            @Nullable String reason,
            Instant at,
            String by,
            int changeCount,

            @JsonRawValue @ArraySchema(schema = @Schema(implementation = Change.class))
            String changes) {

        static Happened of(History.Numbered numbered, List<String> changes) {
            Entry entry = numbered.entry();
            return new Happened(
                    numbered.number(),
                    entry.what(),
                    entry.draft(),
                    entry.revision(),
                    entry.version(),
                    entry.reason(),
                    entry.at(),
                    entry.by(),
                    numbered.changes(),
                    array(changes));
        }
    }

    /** A page of the changes of one entry. */
    record ChangePage(
            @JsonRawValue @ArraySchema(schema = @Schema(implementation = Change.class))
            String items,

            @Nullable String next) {}
}
