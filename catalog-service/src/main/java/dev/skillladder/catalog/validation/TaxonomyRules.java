package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import dev.skillladder.contract.catalog.FrameworkDocument.HalfLife;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of categories, the half-lives, and the skills with their behaviours. */
final class TaxonomyRules {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final Findings findings;
    private final Known known;
    private final @Nullable Steps steps;
    private final Set<String> categories = new HashSet<>();
    private final Set<String> halfLives = new HashSet<>();
    private final Set<String> skills = new HashSet<>();

    TaxonomyRules(Findings findings, Known known, @Nullable Steps steps) {
        this.findings = findings;
        this.known = known;
        this.steps = steps;
    }

    void check(FrameworkDocument document) {
        findings.some("/categories", document.categories(), this::category);
        new CategoryTree(findings).check(document.categories());
        findings.each("/halfLives", document.halfLives(), this::halfLife);
        findings.some("/skills", document.skills(), this::skill);
        new Prerequisites(findings).check(document.skills());
    }

    private void category(String at, Category category) {
        findings.id(at + "/id", category.id(), categories);
        findings.text(at + "/name", category.name());
        findings.text(at + "/description", category.description());
        findings.line(at + "/source", category.source());
        if (category.parent() != null) {
            findings.reference(at + "/parent", category.parent(), known.categories(), Code.UNKNOWN_PARENT);
        }
    }

    private void halfLife(String at, HalfLife halfLife) {
        findings.id(at + "/id", halfLife.id(), halfLives);
        findings.text(at + "/name", halfLife.name());
        if (halfLife.days() < 1) {
            findings.add(at + "/days", Code.PARAMETER_RANGE, "days", "> 0");
        }
    }

    private void skill(String at, Skill skill) {
        findings.id(at + "/id", skill.id(), skills);
        findings.reference(at + "/category", skill.category(), known.categories(), Code.UNKNOWN_CATEGORY);
        findings.text(at + "/name", skill.name());
        findings.text(at + "/description", skill.description());
        behaviours(at + "/behaviours", skill);
        if (skill.halfLife() != null) {
            findings.reference(at + "/halfLife", skill.halfLife(), known.halfLives(), Code.UNKNOWN_HALF_LIFE);
        }
        synonyms(at + "/synonyms", skill.synonyms());
        findings.references(at + "/improve", skill.improve(), known.actions(), Code.UNKNOWN_ACTION);
        findings.references(at + "/prerequisites", skill.prerequisites(), known.skills(), Code.UNKNOWN_SKILL);
        findings.line(at + "/source", skill.source());
        if (skill.id() != null && !known.required().contains(skill.id())) {
            findings.add(at, Code.SKILL_UNUSED, skill.id());
        }
    }

    private void behaviours(String at, Skill skill) {
        List<Integer> described = new ArrayList<>();
        findings.each(at, skill.behaviours(), (place, behaviour) -> {
            described.add(behaviour.step());
            findings.text(place + "/text", behaviour.text());
            findings.line(place + "/source", behaviour.source());
        });
        if (steps != null && skill.behaviours() != null && !described.equals(steps.whole())) {
            findings.add(at, Code.BEHAVIOUR_STEPS, steps.whole());
        }
    }

    private void synonyms(String at, @Nullable Map<String, List<String>> synonyms) {
        if (synonyms == null) {
            findings.missing(at);
            return;
        }
        synonyms.forEach((language, words) -> {
            String place = at + "/" + language.replace("~", "~0").replace("/", "~1");
            if (!LANGUAGES.contains(language)) {
                findings.add(place, Code.UNKNOWN_LANGUAGE, language);
            }
            findings.each(place, words, findings::line);
        });
    }
}
