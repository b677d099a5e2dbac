package dev.skillladder.assessment.development;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an action to plan against the newest version of its framework; everything wrong is told at once. */
@Component
class CheckAction {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_SKILLS = 20;

    private final KnownFrameworks frameworks;

    CheckAction(KnownFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    Checked check(NewAction given, LocalDate today) {
        String framework = given.framework() == null ? "" : given.framework();
        FrameworkDocument document = frameworks.latest(framework).stream()
                .mapToObj(version -> frameworks.document(framework, version))
                .findFirst()
                .orElseThrow(() -> new BadInput("/framework", "Name a published framework."));
        List<FieldError> errors = new ArrayList<>();
        FrameworkDocument.DevelopmentAction template = template(given, document, errors);
        ActionKind kind = given.kind() == null && template != null ? template.kind() : given.kind();
        String title =
                given.title() == null && template != null ? template.name().en() : given.title();
        List<String> skills = given.skills() == null && template != null ? template.skills() : given.skills();
        if (kind == null) {
            errors.add(new FieldError("/kind", "Name one of " + List.of(ActionKind.values()) + ", or a template."));
        }
        checkTitle(title, errors);
        checkDescription(given.description(), errors);
        checkSkills(skills, document, errors);
        if (given.dueOn() == null || given.dueOn().isBefore(today)) {
            errors.add(new FieldError("/dueOn", "Give a day from today on."));
        }
        if (!errors.isEmpty() || kind == null || title == null || skills == null || given.dueOn() == null) {
            throw new BadInput(errors);
        }
        return new Checked(
                framework,
                List.copyOf(skills),
                kind,
                given.template(),
                title.strip(),
                given.description(),
                given.dueOn());
    }

    static void checkTitle(@Nullable String title, List<FieldError> errors) {
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            errors.add(new FieldError("/title", "Give a title of 1-" + LONGEST_TITLE + " characters."));
        }
    }

    static void checkDescription(@Nullable String description, List<FieldError> errors) {
        if (description != null && (description.length() > LONGEST_TEXT || description.indexOf('\0') >= 0)) {
            errors.add(new FieldError("/description", "At most " + LONGEST_TEXT + " characters."));
        }
    }

    private static FrameworkDocument.@Nullable DevelopmentAction template(
            NewAction given, FrameworkDocument document, List<FieldError> errors) {
        if (given.template() == null) {
            return null;
        }
        return document.developmentActions().stream()
                .filter(action -> action.id().equals(given.template()))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(new FieldError("/template", "The framework has no development action of this id."));
                    return null;
                });
    }

    private static void checkSkills(
            @Nullable List<String> skills, FrameworkDocument document, List<FieldError> errors) {
        if (skills == null || skills.isEmpty() || skills.size() > MOST_SKILLS) {
            errors.add(new FieldError("/skills", "Name 1 to " + MOST_SKILLS + " skills it is for."));
            return;
        }
        var known = new HashSet<String>();
        document.skills().forEach(skill -> known.add(skill.id()));
        for (int i = 0; i < skills.size(); i++) {
            if (!known.contains(skills.get(i))) {
                errors.add(new FieldError("/skills/" + i, "The framework has no skill '" + skills.get(i) + "'."));
            }
        }
    }

    record Checked(
            String framework,
            List<String> skills,
            ActionKind kind,
            @Nullable String template,
            String title,
            @Nullable String description,
            LocalDate dueOn) {}
}
