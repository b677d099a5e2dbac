package dev.skillladder.assessment.development;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.util.Comparator;
import java.util.List;

/** The framework's development actions as templates. */
public final class Suggestions {

    private Suggestions() {}

    /** Those for a skill, one kind after the other. */
    public static List<Suggestion> forSkill(FrameworkDocument document, String skill) {
        return document.developmentActions().stream()
                .filter(action -> action.skills().contains(skill))
                .sorted(Comparator.comparing(FrameworkDocument.DevelopmentAction::kind)
                        .thenComparing(FrameworkDocument.DevelopmentAction::id))
                .map(action -> new Suggestion(action.id(), action.kind(), action.name(), action.description()))
                .toList();
    }

    /** A template; its id is what a new action names. */
    public record Suggestion(String template, ActionKind kind, Text name, Text description) {}
}
