package dev.skillladder.assessment.evaluate;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.evaluate.Case.Reference;
import dev.skillladder.assessment.explanation.Explain;
import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.explanation.Facts;
import dev.skillladder.assessment.explanation.Reader;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Rules;
import dev.skillladder.engine.declarative.CheckRule;
import dev.skillladder.engine.declarative.RuleProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Computes a case without storing anything. */
@Component
public class Evaluate {

    private final KnownFrameworks frameworks;
    private final KnownRules knownRules;
    private final JsonMapper json;
    private final InlineFramework inline;

    Evaluate(KnownFrameworks frameworks, KnownRules knownRules, JsonMapper json) {
        this.frameworks = frameworks;
        this.knownRules = knownRules;
        // a misspelt property must not silently mean its default
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
        this.inline = new InlineFramework(this.json);
    }

    /** The answer to one case; refused with everything that is wrong with it. */
    public Explanation answer(JsonNode sent) {
        var errors = new Errors("");
        var explanation = sent.isObject() ? evaluate(sent, errors) : null;
        if (explanation == null) {
            if (!errors.any()) {
                errors.add("", "A case, or an array of cases, is needed.");
            }
            throw errors.refused();
        }
        return explanation;
    }

    /** Null if there are errors. */
    @Nullable Explanation evaluate(JsonNode sent, Errors errors) {
        try {
            var one = json.treeToValue(sent, Case.class);
            return one == null ? null : evaluate(one, errors);
        } catch (JacksonException failure) {
            errors.add("", failure);
            return null;
        }
    }

    private @Nullable Explanation evaluate(Case one, Errors errors) {
        var role = errors.required("/role", one.role());
        var asOf = errors.required("/asOf", one.asOf());
        var framework = errors.required("/framework", one.framework());
        var used = framework == null ? null : framework(framework, errors);
        if (used == null || role == null || asOf == null) {
            return null;
        }
        if (!used.rules().hasRole(role)) {
            errors.add("/role", "The framework has no role '" + role + "'.");
            return null;
        }
        var confirmed = one.confirmed();
        if (confirmed != null
                && used.rules().levels(role).stream()
                        .noneMatch(level -> level.level().equals(confirmed))) {
            errors.add("/confirmed", "The role has no level '" + confirmed + "'.");
        }
        var observations = new CheckCase(used.rules(), errors).observations(one.observations());
        if (errors.any()) {
            return null;
        }
        var facts = Facts.evaluated(
                used.document(), used.version(), used.rules(), role, asOf, one.knownAt(), observations, confirmed);
        return Explain.explain(facts, Reader.OF_OWN_CASE, Map.of());
    }

    private @Nullable Used framework(JsonNode framework, Errors errors) {
        if (!(framework instanceof ObjectNode object)) {
            errors.add("/framework", "An object is needed: a framework document, or {\"id\", \"version\"}.");
            return null;
        }
        return object.has("roles") || object.has("skills") ? inline(object, errors) : published(object, errors);
    }

    private @Nullable Used inline(ObjectNode framework, Errors errors) {
        try {
            var document = inline.read(framework);
            var missing = InlineFramework.missing(document);
            var problems = missing.isEmpty() ? CheckRule.problems(document) : List.<RuleProblem>of();
            problems.forEach(problem -> errors.add(
                    "/framework" + problem.pointer(), problem.message().en()));
            if (missing.isEmpty() && problems.isEmpty()) {
                return new Used(document, null, Rules.of(document));
            }
            missing.forEach(pointer -> errors.add("/framework" + pointer, "This is needed."));
        } catch (JacksonException failure) {
            errors.add("/framework", failure);
        } catch (IllegalArgumentException contradiction) {
            errors.add("/framework", "The framework contradicts itself: " + contradiction.getMessage() + ".");
        }
        return null;
    }

    private @Nullable Used published(ObjectNode framework, Errors errors) {
        var reference = json.treeToValue(framework, Reference.class);
        var id = errors.required("/framework/id", reference.id());
        var version = errors.required("/framework/version", reference.version());
        if (id == null || version == null) {
            return null;
        }
        var document = frameworks.find(id, version);
        if (document.isEmpty()) {
            errors.add("/framework", "Version %d of framework '%s' is not known here.".formatted(version, id));
            return null;
        }
        return new Used(document.get(), version, knownRules.of(id, version));
    }

    private record Used(
            FrameworkDocument document, @Nullable Integer version, Rules rules) {}
}
