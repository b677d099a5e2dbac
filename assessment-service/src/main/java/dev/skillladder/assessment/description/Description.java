package dev.skillladder.assessment.description;

import dev.skillladder.assessment.access.Caller;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for all endpoints: title, bearer token, names and nullness of schemas. */
@Configuration(proxyBeanMethods = false)
class Description {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class); // comes from the token, not from the request
    }

    @Bean
    OpenAPI title() {
        return new OpenAPI()
                .info(new Info()
                        .title("Skill Ladder: assessments")
                        .version("1")
                        .description(
                                "Reviews, evidence, levels, matrix and reports. Who may call what: docs/access.md."))
                .servers(List.of(new Server().url("/"))) // the gateway that hands this document out
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer withoutErrorPage() {
        return api -> api.getPaths().remove("/error");
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NestedNames()).openapi31(true);
    }

    @Bean
    ModelConverter nullness() {
        return new Nullness();
    }
}
