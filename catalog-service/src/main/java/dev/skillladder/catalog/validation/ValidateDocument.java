package dev.skillladder.catalog.validation;

import dev.skillladder.catalog.goldenprofile.CheckGoldenInputs;
import dev.skillladder.catalog.goldenprofile.CheckGoldenProfiles;
import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.declarative.CheckRule;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lists every reason why a document cannot be published, not only the first. */
@Component
public class ValidateDocument {

    /** Room for the envelope around the document in its event. */
    private static final int LARGEST = Topics.MAX_RECORD_BYTES - 64 * 1024;

    /**
     * Everything that is wrong, part of the document by part.
     *
     * @param framework id of the framework it is to become a version of
     * @param canonical the document's canonical JSON
     * @param skillsBefore of the framework's newest version; none before the first
     */
    public List<Finding> findings(
            String framework, FrameworkDocument document, String canonical, Set<String> skillsBefore) {
        Findings findings = new Findings();
        if (canonical.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            findings.add("", Code.TOO_LARGE, LARGEST);
        }
        head(findings, framework, document);
        Known known = Known.in(document);
        Steps steps = new ScaleRules(findings).check(document.scale());
        new TaxonomyRules(findings, known, steps).check(document);
        new LadderRules(findings, known, steps, maxMustHaves(document)).check(document);
        new GrowthRules(findings, known, steps).check(document);
        new ParameterRules(findings).check(document.parameters(), document.rule());
        new MappingRules(findings, known).check(document.mappings(), skillsBefore);
        new FreshnessRules(findings).check(document, canonical);
        CheckRule.problems(document)
                .forEach(problem -> findings.add(problem.pointer(), Code.RULE_WRONG, problem.message()));
        goldenProfiles(findings, document);
        return findings.all();
    }

    /** Refuses a document with errors, listing them; warnings pass. */
    public void orRefuse(String framework, FrameworkDocument document, String canonical, Set<String> skillsBefore) {
        List<Finding> errors = findings(framework, document, canonical, skillsBefore).stream()
                .filter(Finding::isError)
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-framework",
                    "The draft has %d problems; see errors, whose pointers lead into the document."
                            .formatted(errors.size()),
                    faults(errors));
        }
    }

    /** Refuses a document with texts that are out of date, listing them. */
    public void allFreshOrRefuse(FrameworkDocument document, String canonical) {
        Findings findings = new Findings();
        new FreshnessRules(findings).check(document, canonical);
        if (!findings.all().isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "texts-out-of-date",
                    "%d texts were not looked at after their other language changed; see errors. Edit or confirm them."
                            .formatted(findings.all().size()),
                    faults(findings.all()));
        }
    }

    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Fault(
                        finding.pointer(),
                        finding.message().en(),
                        finding.code().toString()))
                .toList();
    }

    /** Only a document that is sound otherwise computes anything. */
    private static void goldenProfiles(Findings findings, FrameworkDocument document) {
        CheckGoldenInputs.problems(document)
                .forEach(problem -> findings.add(problem.pointer(), Code.GOLDEN_PROFILE_WRONG, problem.message()));
        if (findings.all().stream().noneMatch(Finding::isError)) {
            CheckGoldenProfiles.failing(document)
                    .forEach(problem -> findings.add(problem.pointer(), Code.GOLDEN_PROFILE_FAILS, problem.message()));
        }
    }

    private static void head(Findings findings, String framework, FrameworkDocument document) {
        findings.id("/id", document.id(), new HashSet<>());
        if (document.id() != null && !document.id().equals(framework)) {
            findings.add("/id", Code.OTHER_FRAMEWORK, framework);
        }
        findings.text("/name", document.name());
        findings.text("/description", document.description());
        findings.line("/source", document.source());
    }

    /** Without parameters the number is unknown, and their absence is reported instead. */
    private static int maxMustHaves(FrameworkDocument document) {
        return document.parameters() == null
                ? Integer.MAX_VALUE
                : document.parameters().maxMustHaves();
    }
}
