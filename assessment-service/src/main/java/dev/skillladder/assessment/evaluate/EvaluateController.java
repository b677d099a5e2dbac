package dev.skillladder.assessment.evaluate;

import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code POST /api/assessments/evaluate}: every valid token; nothing about real people is read. */
@RestController
class EvaluateController {

    private static final int MOST_CASES = 1_000;

    private final Evaluate evaluate;

    EvaluateController(Evaluate evaluate) {
        this.evaluate = evaluate;
    }

    @Operation(
            summary = "Compute the level of a case, or of each in an array of at most 1,000; stores nothing",
            description = "One case answers its explanation, or 422 with every error. An array answers an array in the"
                    + " same order: the case's explanation, or {errors: [{pointer, detail}]} with pointers into the"
                    + " body. observedOn after asOf does not count; evidence counts through validUntil.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(oneOf = {Case.class, Case[].class}))))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Explanation.class),
                            array = @ArraySchema(schema = @Schema(oneOf = {Explanation.class, Refused.class}))))
    @PostMapping("/api/assessments/evaluate")
    Object evaluate(@RequestBody JsonNode body) {
        return body instanceof ArrayNode cases ? all(cases) : evaluate.answer(body);
    }

    private List<Object> all(ArrayNode cases) {
        if (cases.size() > MOST_CASES) {
            throw new BadInput(
                    "", "At most %d cases at a time, not %d: send them in parts.".formatted(MOST_CASES, cases.size()));
        }
        var answers = new ArrayList<Object>(cases.size());
        for (var i = 0; i < cases.size(); i++) {
            var errors = new Errors("/" + i);
            var explanation = cases.get(i).isObject() ? evaluate.evaluate(cases.get(i), errors) : null;
            if (explanation == null && !errors.any()) {
                errors.add("", "A case is needed.");
            }
            answers.add(explanation == null ? new Refused(errors.found()) : explanation);
        }
        return answers;
    }

    /** A case of an array that could not be computed. */
    record Refused(List<FieldError> errors) {}
}
