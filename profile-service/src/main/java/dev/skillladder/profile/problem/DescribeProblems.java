package dev.skillladder.profile.problem;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says of every call that it may answer a problem, and of writes that they may create. */
@Component
class DescribeProblems implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        for (PathItem path : api.getPaths().values()) {
            for (Operation write : writes(path)) {
                mayCreate(write.getResponses());
            }
            path.readOperations().forEach(DescribeProblems::mayFail);
        }
    }

    private static List<Operation> writes(PathItem path) {
        return path.readOperations().stream()
                .filter(operation -> operation.getRequestBody() != null)
                .toList();
    }

    private static void mayFail(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        ApiResponses.DEFAULT,
                        new ApiResponse()
                                .description("What went wrong and what to do")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static void mayCreate(ApiResponses responses) {
        ApiResponse present = responses.get("200");
        if (present != null) {
            responses.addApiResponse(
                    "201", new ApiResponse().description("Created").content(present.getContent()));
        }
    }
}
