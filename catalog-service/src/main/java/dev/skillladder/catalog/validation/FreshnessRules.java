package dev.skillladder.catalog.validation;

import dev.skillladder.catalog.document.Texts;
import dev.skillladder.catalog.document.Texts.Found;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Texts that are marked as out of date, where they stand in the document. */
final class FreshnessRules {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Findings findings;

    FreshnessRules(Findings findings) {
        this.findings = findings;
    }

    void check(FrameworkDocument document, String canonical) {
        if (document.outOfDate().isEmpty()) {
            return;
        }
        Map<String, Found> texts = Texts.in(JSON.readTree(canonical));
        document.outOfDate().forEach(mark -> {
            Found found = mark == null ? null : texts.get(mark.text());
            if (found != null) {
                Text language = "zh".equals(mark.language()) ? Findings.CHINESE : Findings.ENGLISH;
                findings.add(found.pointer() + "/" + mark.language(), Code.OUT_OF_DATE, language);
            }
        });
    }
}
