package dev.skillladder.catalog.document;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.OutOfDate;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.List;

/** Documents that differ from another one in a single list. */
public final class Documents {

    private Documents() {}

    /** The document with these freshness marks. */
    public static FrameworkDocument marked(FrameworkDocument document, List<OutOfDate> marks) {
        return with(document, document.mappings(), marks);
    }

    /** The document as the next version starts from it: its mappings led to itself, and are done. */
    public static FrameworkDocument continued(FrameworkDocument document) {
        return with(document, List.of(), document.outOfDate());
    }

    private static FrameworkDocument with(
            FrameworkDocument document, List<SkillMapping> mappings, List<OutOfDate> marks) {
        return new FrameworkDocument(
                document.id(),
                document.name(),
                document.description(),
                document.source(),
                document.scale(),
                document.categories(),
                document.halfLives(),
                document.skills(),
                document.ladders(),
                document.roles(),
                document.transfers(),
                document.developmentActions(),
                document.programme(),
                document.parameters(),
                document.rule(),
                mappings,
                document.goldenProfiles(),
                marks);
    }
}
