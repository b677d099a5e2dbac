package dev.skillladder.catalog.comparison;

import dev.skillladder.catalog.comparison.Comparison.Side;
import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Compares two versions, or a version with a draft. */
@Component
class CompareVersions {

    private final Versions versions;
    private final Drafts drafts;
    private final CanonicalJson json;

    CompareVersions(Versions versions, Drafts drafts, CanonicalJson json) {
        this.versions = versions;
        this.drafts = drafts;
        this.json = json;
    }

    /** What the later version changes; with {@code from} after {@code to}, what going back would change. */
    @Transactional(readOnly = true)
    Comparison versions(String framework, int from, int to) {
        JsonNode before = json.tree(versions.get(framework, from).document());
        JsonNode after = json.tree(versions.get(framework, to).document());
        List<List<SkillMapping>> mappings = mappings(framework, Math.min(from, to), Math.max(from, to));
        List<Change> changes =
                from <= to ? Differences.between(before, after, mappings) : Differences.back(before, after, mappings);
        return Comparison.of(framework, new Side(from, null, null), new Side(to, null, null), changes);
    }

    /**
     * What a draft changes.
     *
     * @param from the version to compare with; null for the one it is based on, or else the newest
     */
    @Transactional(readOnly = true)
    Comparison draft(String framework, UUID id, @Nullable Integer from) {
        Draft draft = drafts.get(framework, id);
        Optional<PublishedVersion> base = base(draft, from);
        JsonNode after = json.tree(draft.document());
        JsonNode before = base.map(version -> json.tree(version.document())).orElseGet(() -> json.tree("{}"));
        List<List<SkillMapping>> mappings = new ArrayList<>();
        base.ifPresent(version -> mappings.addAll(mappings(framework, version.version(), Integer.MAX_VALUE)));
        mappings.add(json.mappings(after));
        return Comparison.of(
                framework,
                base.map(version -> new Side(version.version(), null, null)).orElse(Side.NOTHING),
                new Side(null, draft.id(), draft.revision()),
                Differences.between(before, after, mappings));
    }

    private Optional<PublishedVersion> base(Draft draft, @Nullable Integer from) {
        Integer asked = from == null ? draft.basedOn() : from;
        return asked == null ? versions.newest(draft.framework()) : Optional.of(versions.get(draft.framework(), asked));
    }

    private List<List<SkillMapping>> mappings(String framework, int after, int upTo) {
        return versions.mappings(framework, after, upTo).stream()
                .map(json::mappings)
                .toList();
    }
}
