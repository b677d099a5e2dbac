package dev.skillladder.profile.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.server.endpoints.EndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the service says it can do. Its schemas hold what is kept; what identity providers send beyond that is passed over,
 * so that no telephone number or address is stored that nobody needs here.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScimSettings.class)
class Endpoints {

    /** Rows of a page. */
    static final int MOST = 200;

    private static final Set<String> OF_USERS =
            Set.of("id", "externalId", "meta", "userName", "name", "displayName", "active", "emails");
    private static final Set<String> OF_EMPLOYEES = Set.of("employeeNumber", "manager");

    @Bean
    ResourceEndpoint scim(UserHandler users, GroupHandler groups) {
        ResourceEndpoint endpoint = new ResourceEndpoint(abilities());
        EndpointDefinition people = new UserEndpointDefinition(users);
        keep(people.getResourceSchema(), OF_USERS);
        people.getResourceSchemaExtensions().forEach(extension -> keep(extension, OF_EMPLOYEES));
        endpoint.registerEndpoint(people);
        endpoint.registerEndpoint(new GroupEndpointDefinition(groups));
        endpoint.addDefaultPatchWorkarounds();
        return endpoint;
    }

    private static ServiceProvider abilities() {
        return ServiceProvider.builder()
                .filterConfig(
                        FilterConfig.builder().supported(true).maxResults(MOST).build())
                .sortConfig(SortConfig.builder().supported(true).build())
                .eTagConfig(ETagConfig.builder().supported(true).build())
                .bulkConfig(BulkConfig.builder().supported(false).build())
                .changePasswordConfig(
                        ChangePasswordConfig.builder().supported(false).build())
                .patchConfig(PatchConfig.builder()
                        .supported(true)
                        .ignoreUnknownAttributes(true)
                        .doNotFailOnNoTarget(true)
                        .activateMsAzureFilterWorkaround(true)
                        .activateMsAzureValueSubAttributeWorkaround(true)
                        .activateMsAzureComplexSimpleValueWorkaround(true)
                        .build())
                .authenticationSchemes(List.of(AuthenticationScheme.builder()
                        .name("OAuth bearer token")
                        .description("A token with the role hr, for example of the client skill-ladder-machine.")
                        .type("oauthbearertoken")
                        .specUri("https://www.rfc-editor.org/info/rfc6750")
                        .primary(true)
                        .build()))
                .caseInsensitiveValidation(true)
                .ignoreRequiredAttributesOnResponse(true)
                .lenientContentTypeChecking(true)
                .build();
    }

    private static void keep(JsonNode schema, Set<String> names) {
        ArrayNode attributes = (ArrayNode) schema.get("attributes");
        for (int i = attributes.size() - 1; i >= 0; i--) {
            if (!names.contains(attributes.get(i).get("name").textValue())) {
                attributes.remove(i);
            }
        }
    }
}
