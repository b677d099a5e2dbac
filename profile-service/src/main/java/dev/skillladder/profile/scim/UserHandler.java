package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.skillladder.contract.profile.EngineerChanged.State;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SCIM users are engineers. */
@Component
class UserHandler extends ResourceHandler<User> {

    private final UserRows users;
    private final SaveUser saveUser;

    UserHandler(UserRows users, SaveUser saveUser) {
        this.users = users;
        this.saveUser = saveUser;
    }

    @Override
    public User createResource(User user, Context context) {
        return Refusals.translate(() -> {
            UUID id = saveUser.create(WantedUser.of(user, null, false));
            return resource(users.find(id).orElseThrow());
        });
    }

    @Override
    public @Nullable User getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
        return Ids.find(id).flatMap(users::find).map(UserHandler::resource).orElse(null);
    }

    @Override
    public @Nullable User getResourceForUpdate(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context,
            EndpointType type) {
        UserRow row = Ids.find(id).flatMap(users::lock).orElse(null);
        if (row == null) {
            return null;
        }
        Asked.require(context, row.revision());
        return resource(row);
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex,
            int count,
            @Nullable FilterNode filter,
            @Nullable SchemaAttribute sortBy,
            @Nullable SortOrder order,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        UserRows.Found found = users.list(
                filter,
                sortBy == null ? null : sortBy.getScimNodeName(),
                order == SortOrder.DESCENDING,
                Math.max(startIndex, 1) - 1,
                Math.min(count, Endpoints.MOST));
        return PartialListResponse.<User>builder()
                .resources(found.page().stream().map(UserHandler::resource).toList())
                .totalResults(found.total())
                .build();
    }

    @Override
    public User updateResource(User user, Context context) {
        return Refusals.translate(() -> {
            UserRow before = present(user.getId().orElse(""), context);
            saveUser.replace(before, WantedUser.of(user, before, Asked.byPatch(context)));
            return resource(users.find(before.id()).orElseThrow());
        });
    }

    @Override
    public void deleteResource(String id, Context context) {
        Refusals.translate(() -> {
            saveUser.remove(present(id, context));
            return id;
        });
    }

    private UserRow present(String id, Context context) {
        UserRow before = Ids.find(id)
                .flatMap(users::lock)
                .orElseThrow(() -> new ResourceNotFoundException("There is no user " + id + "."));
        Asked.require(context, before.revision());
        return before;
    }

    private static User resource(UserRow row) {
        return User.builder()
                .id(row.id().toString())
                .externalId(row.identity())
                .userName(row.userName())
                .displayName(row.shownName())
                .name(Name.builder()
                        .formatted(row.shownName())
                        .givenName(row.givenName())
                        .familyName(row.familyName())
                        .build())
                .active(row.state() == State.ACTIVE)
                .emails(List.of(Email.builder()
                        .value(row.email())
                        .type("work")
                        .primary(true)
                        .build()))
                .enterpriseUser(EnterpriseUser.builder()
                        .employeeNumber(row.employeeNumber())
                        .manager(
                                row.manager() == null
                                        ? null
                                        : Manager.builder()
                                                .value(row.manager().toString())
                                                .displayName(row.managerName())
                                                .build())
                        .build())
                .meta(Meta.builder()
                        .lastModified(row.recordedAt())
                        .version(ETag.builder()
                                .weak(true)
                                .tag(Long.toString(row.revision()))
                                .build())
                        .build())
                .build();
    }
}
