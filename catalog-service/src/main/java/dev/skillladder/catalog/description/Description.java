package dev.skillladder.catalog.description;

import dev.skillladder.catalog.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says for all endpoints at once: bearer token, one problem shape, and which properties are always there. */
@Configuration(proxyBeanMethods = false)
class Description {

    /** Endpoints of event-delivery, which knows nothing of OpenAPI. */
    private static final Map<String, String> DELIVERY = Map.of(
            "/api/catalog/dead-letters", "Records that could not be taken in, with reason and origin; operators only",
            "/api/catalog/dead-letters/{id}/retry", "Takes a dead letter in again after a repair; operators only",
            "/api/catalog/pending", "Records that wait for a fact; operators only");

    @Bean
    OpenAPI title() {
        return new OpenAPI()
                .info(new Info()
                        .title("Skill Ladder catalog")
                        .version("1")
                        .description("Frameworks: drafts, validation, immutable versions, search. Times are UTC"
                                + " instants, ids slugs [a-z0-9-]{1,64}, texts {zh, en}, lists {items, next}."))
                .servers(List.of(new Server().url("/"))) // the gateway that hands this document out
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer problemsAndRequired(RecordSchemas records) {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, operations) -> operations.readOperations().forEach(operation -> {
                        mayAnswerAProblem(operation);
                        if (DELIVERY.containsKey(path)) {
                            operation.summary(DELIVERY.get(path)).tags(List.of("Delivery"));
                        }
                    }));
            records.mark(api.getComponents().getSchemas());
        };
    }

    private static void mayAnswerAProblem(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Anything else: RFC 9457 problem details")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
}
