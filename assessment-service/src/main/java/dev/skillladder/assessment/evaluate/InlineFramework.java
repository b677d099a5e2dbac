package dev.skillladder.assessment.evaluate;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.KindValues;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A framework sent with the case. Only skills, ladders and roles are needed; what else is left out takes the defaults of
 * docs/levels.md, parameter by parameter.
 */
final class InlineFramework {

    private static final Parameters DEFAULTS = new Parameters(
            new KindValues(1.0, 0.6, 0.1, 0.2),
            new KindValues(2.0, 1.8, 0.1, 0.6),
            365,
            1.0,
            3,
            0.5,
            1,
            0.5,
            new BigDecimal("0.80"),
            5,
            0.5,
            0.80,
            0.20,
            0.5,
            0.5);

    private final JsonMapper json;
    private final ObjectNode defaults;

    InlineFramework(JsonMapper json) {
        this.json = json;
        this.defaults = json.createObjectNode().put("id", "inline");
        defaults.set("scale", json.valueToTree(new Scale(1, 5, 0.5, List.of())));
        defaults.set("parameters", json.valueToTree(DEFAULTS));
        defaults.set("rule", json.valueToTree(new Rule(Rule.LEVELS_1)));
        for (var list :
                List.of("categories", "halfLives", "skills", "ladders", "roles", "transfers", "developmentActions")) {
            defaults.putArray(list);
        }
    }

    FrameworkDocument read(ObjectNode sent) {
        var whole = sent.deepCopy();
        complete(whole, defaults);
        if (whole.get("roles") instanceof ArrayNode roles) {
            roles.forEach(InlineFramework::completeRole);
        }
        return json.treeToValue(whole, FrameworkDocument.class);
    }

    /** Pointers below the framework to everything left out that nothing can stand in for. */
    static List<String> missing(FrameworkDocument document) {
        var missing = new ArrayList<String>();
        each("/skills", document.skills(), missing, (at, skill) -> need(at + "/id", skill.id(), missing));
        each("/halfLives", document.halfLives(), missing, (at, halfLife) -> need(at + "/id", halfLife.id(), missing));
        each("/ladders", document.ladders(), missing, (at, ladder) -> {
            need(at + "/id", ladder.id(), missing);
            each(at + "/levels", ladder.levels(), missing, (level, step) -> need(level + "/id", step.id(), missing));
        });
        each("/roles", document.roles(), missing, (at, role) -> {
            need(at + "/id", role.id(), missing);
            need(at + "/ladder", role.ladder(), missing);
            each(at + "/requirements", role.requirements(), missing, (asked, requirement) -> {
                need(asked + "/level", requirement.level(), missing);
                need(asked + "/skill", requirement.skill(), missing);
            });
        });
        return missing;
    }

    // the contract's records carry no checks: what they call given can be absent in what somebody sent
    private static <T> void each(
            String pointer,
            @Nullable List<? extends @Nullable T> items,
            List<String> missing,
            BiConsumer<String, T> item) {
        if (items == null) {
            missing.add(pointer);
            return;
        }
        for (var i = 0; i < items.size(); i++) {
            var one = items.get(i);
            if (one == null) {
                missing.add(pointer + "/" + i);
            } else {
                item.accept(pointer + "/" + i, one);
            }
        }
    }

    private static void need(String pointer, @Nullable String value, List<String> missing) {
        if (value == null) {
            missing.add(pointer);
        }
    }

    /** A role may ask for nothing yet, and few requirements are must-haves. */
    private static void completeRole(JsonNode role) {
        if (role instanceof ObjectNode object) {
            if (!object.has("requirements")) {
                object.putArray("requirements");
            }
            for (var requirement : object.get("requirements")) {
                if (requirement instanceof ObjectNode asked && !asked.has("mustHave")) {
                    asked.put("mustHave", false);
                }
            }
        }
    }

    private static void complete(ObjectNode sent, ObjectNode defaults) {
        for (var property : defaults.properties()) {
            var given = sent.get(property.getKey());
            if (given == null || given.isNull()) {
                sent.set(property.getKey(), property.getValue().deepCopy());
            } else if (given instanceof ObjectNode object && property.getValue() instanceof ObjectNode nested) {
                complete(object, nested);
            }
        }
    }
}
