package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.evaluate.Evaluate;
import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.programme.Admission.Line;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs a programme's entry requirements through {@code evaluate}: the framework with one made-up role of one level that
 * asks for all of them.
 */
@Component
class CheckAbility {

    private static final String ENTRY = "entry";

    private final Evaluate evaluate;
    private final JsonMapper json;

    CheckAbility(Evaluate evaluate, JsonMapper json) {
        this.evaluate = evaluate;
        this.json = json;
    }

    Result check(FrameworkDocument document, Programme programme, JsonNode observations, LocalDate today) {
        ObjectNode sent = json.createObjectNode();
        sent.set("framework", framework(document, programme));
        sent.put("role", ENTRY).put("asOf", today.toString());
        sent.set("observations", observations);
        Explanation answer = evaluate.answer(sent);
        List<Line> lines = answer.lines().stream()
                .filter(line -> !line.requirements().isEmpty())
                .map(line -> {
                    var requirement = line.requirements().getFirst();
                    return new Line(
                            line.skill(),
                            requirement.proficiency(),
                            requirement.status(),
                            line.estimate() == null
                                    ? null
                                    : (Double) line.estimate().mean(),
                            requirement.p());
                })
                .toList();
        return new Result(ENTRY.equals(answer.verified()), lines);
    }

    private ObjectNode framework(FrameworkDocument document, Programme programme) {
        ObjectNode framework = json.createObjectNode().put("id", document.id());
        framework.set("scale", json.valueToTree(document.scale()));
        framework.set("halfLives", json.valueToTree(document.halfLives()));
        framework.set("skills", json.valueToTree(document.skills()));
        framework.set(
                "parameters",
                json.<ObjectNode>valueToTree(document.parameters()).put("coverage", 1));
        framework.set(
                "ladders", json.valueToTree(List.of(Map.of("id", ENTRY, "levels", List.of(Map.of("id", ENTRY))))));
        framework.set(
                "roles",
                json.valueToTree(List.of(Map.of(
                        "id",
                        ENTRY,
                        "ladder",
                        ENTRY,
                        "requirements",
                        programme.entry().stream()
                                .map(entry -> Map.of(
                                        "level",
                                        ENTRY,
                                        "skill",
                                        entry.skill(),
                                        "proficiency",
                                        entry.proficiency(),
                                        "importance",
                                        1))
                                .toList()))));
        return framework;
    }

    /** Whether all of them are met, and how each stands. */
    record Result(boolean passed, List<Line> lines) {}
}
