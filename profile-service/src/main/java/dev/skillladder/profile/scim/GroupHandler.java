package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.skillladder.profile.scim.GroupRows.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SCIM groups are teams; their members are those of today. */
@Component
class GroupHandler extends ResourceHandler<Group> {

    private final GroupRows groups;
    private final SaveGroup saveGroup;

    GroupHandler(GroupRows groups, SaveGroup saveGroup) {
        this.groups = groups;
        this.saveGroup = saveGroup;
    }

    @Override
    public Group createResource(Group group, Context context) {
        return Refusals.translate(() -> {
            UUID id = saveGroup.create(group.getExternalId().orElse(null), name(group), members(group));
            return resource(
                    groups.find(id).orElseThrow(), groups.members(List.of(id)).getOrDefault(id, List.of()));
        });
    }

    @Override
    public @Nullable Group getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
        GroupRow row = Ids.find(id).flatMap(groups::find).orElse(null);
        return row == null ? null : resource(row, wantsMembers(excluded) ? members(row) : List.of());
    }

    @Override
    public @Nullable Group getResourceForUpdate(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context,
            EndpointType type) {
        GroupRow row = Ids.find(id).flatMap(groups::lock).orElse(null);
        if (row == null) {
            return null;
        }
        Asked.require(context, row.revision());
        return resource(row, members(row));
    }

    @Override
    public PartialListResponse<Group> listResources(
            long startIndex,
            int count,
            @Nullable FilterNode filter,
            @Nullable SchemaAttribute sortBy,
            @Nullable SortOrder order,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        GroupRows.Found found = groups.list(
                filter,
                sortBy == null ? null : sortBy.getScimNodeName(),
                order == SortOrder.DESCENDING,
                Math.max(startIndex, 1) - 1,
                Math.min(count, Endpoints.MOST));
        Map<UUID, List<Member>> members = wantsMembers(excluded)
                ? groups.members(found.page().stream().map(GroupRow::id).toList())
                : Map.of();
        return PartialListResponse.<Group>builder()
                .resources(found.page().stream()
                        .map(row -> resource(row, members.getOrDefault(row.id(), List.of())))
                        .toList())
                .totalResults(found.total())
                .build();
    }

    @Override
    public Group updateResource(Group group, Context context) {
        return Refusals.translate(() -> {
            GroupRow before = present(group.getId().orElse(""), context);
            List<Member> membersBefore = members(before);
            boolean patch = Asked.byPatch(context);
            Set<UUID> wanted = !patch && !group.has("members")
                    ? membersBefore.stream().map(Member::engineer).collect(Collectors.toSet())
                    : members(group);
            saveGroup.replace(
                    before,
                    membersBefore,
                    group.getExternalId().orElse(patch ? null : before.externalId()),
                    name(group),
                    wanted);
            GroupRow after = groups.find(before.id()).orElseThrow();
            return resource(after, members(after));
        });
    }

    @Override
    public void deleteResource(String id, Context context) {
        Refusals.translate(() -> {
            GroupRow before = present(id, context);
            saveGroup.remove(before, members(before));
            return id;
        });
    }

    private GroupRow present(String id, Context context) {
        GroupRow before = Ids.find(id)
                .flatMap(groups::lock)
                .orElseThrow(() -> new ResourceNotFoundException("There is no group " + id + "."));
        Asked.require(context, before.revision());
        return before;
    }

    private List<Member> members(GroupRow row) {
        return groups.members(List.of(row.id())).getOrDefault(row.id(), List.of());
    }

    private static boolean wantsMembers(@Nullable List<SchemaAttribute> excluded) {
        return excluded == null
                || excluded.stream().noneMatch(attribute -> attribute.getName().equals("members"));
    }

    private static String name(Group group) {
        return group.getDisplayName()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> Refusals.wrong("displayName is missing."));
    }

    private static Set<UUID> members(Group group) {
        return group.getMembers().stream()
                .map(member -> {
                    if (member.getType().filter("Group"::equalsIgnoreCase).isPresent()) {
                        throw Refusals.wrong("Members are users; a team's place in the tree is set by HR.");
                    }
                    return Ids.read(member.getValue().orElse(""), "members.value");
                })
                .collect(Collectors.toSet());
    }

    private static Group resource(GroupRow row, List<Member> members) {
        return Group.builder()
                .id(row.id().toString())
                .externalId(row.externalId())
                .displayName(row.shownName())
                .members(members.stream()
                        .map(member -> de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member.builder()
                                .value(member.engineer().toString())
                                .display(member.name())
                                .type("User")
                                .build())
                        .toList())
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
