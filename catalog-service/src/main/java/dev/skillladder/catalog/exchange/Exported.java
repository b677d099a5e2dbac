package dev.skillladder.catalog.exchange;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written.
 *
 * @param name {@code <framework>-<version>} or {@code <framework>-draft}, without extension
 * @param part of formats that hold one kind only
 * @param changedAt when the document was published or changed last
 * @param canonical the document's canonical JSON
 */
public record Exported(
        String name,
        String framework,
        @Nullable Part part,
        Instant changedAt,
        String canonical,
        FrameworkDocument document) {}
