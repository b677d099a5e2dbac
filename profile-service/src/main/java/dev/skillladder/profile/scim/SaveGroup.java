package dev.skillladder.profile.scim;

import dev.skillladder.contract.Text;
import dev.skillladder.profile.body.Fields;
import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.scim.GroupRows.Member;
import dev.skillladder.profile.team.SaveTeam;
import dev.skillladder.profile.team.TeamDetails;
import dev.skillladder.profile.teammembership.NewMembership;
import dev.skillladder.profile.teammembership.StateMembership;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores teams as the identity provider wants them. Somebody is in one team on a day: whoever is added to one leaves the
 * other. Memberships begin today and end yesterday; nothing before is changed.
 */
@Component
class SaveGroup {

    private static final IfMatch WHATEVER_IS_THERE = IfMatch.of("*");

    private final GroupRows groups;
    private final SaveTeam saveTeam;
    private final StateMembership memberships;
    private final Clock clock;

    SaveGroup(GroupRows groups, SaveTeam saveTeam, StateMembership memberships, Clock clock) {
        this.groups = groups;
        this.saveTeam = saveTeam;
        this.memberships = memberships;
        this.clock = clock;
    }

    UUID create(@Nullable String externalId, String displayName, Set<UUID> members) {
        UUID id = UUID.randomUUID();
        saveTeam.save(id, details(Names.said(displayName, null), null, null, false), IfMatch.of(null));
        keep(id, externalId, displayName, members, List.of());
        return id;
    }

    void replace(
            GroupRow before,
            List<Member> membersBefore,
            @Nullable String externalId,
            String displayName,
            Set<UUID> members) {
        Text name = displayName.equals(before.shownName()) ? before.name() : Names.said(displayName, before.name());
        saveTeam.save(before.id(), details(name, before.parent(), before.lead(), false), WHATEVER_IS_THERE);
        keep(before.id(), externalId, displayName, members, membersBefore);
    }

    /** The team is closed and its members are in none; their history stays. */
    void remove(GroupRow before, List<Member> membersBefore) {
        keep(before.id(), null, before.shownName(), Set.of(), membersBefore);
        saveTeam.save(before.id(), details(before.name(), before.parent(), before.lead(), true), WHATEVER_IS_THERE);
    }

    private void keep(
            UUID id, @Nullable String externalId, String displayName, Set<UUID> members, List<Member> membersBefore) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        TreeMap<UUID, Member> leaving = new TreeMap<>();
        membersBefore.forEach(member -> leaving.put(member.engineer(), member));
        TreeSet<UUID> coming = new TreeSet<>(members);
        coming.removeAll(leaving.keySet());
        leaving.keySet().removeAll(members);
        groups.keep(
                id,
                externalId,
                displayName,
                !coming.isEmpty() || !leaving.isEmpty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        LocalDate yesterday = today.minusDays(1);
        leaving.values()
                .forEach(member -> memberships.state(
                        member.engineer(),
                        new NewMembership(
                                id, member.since(), member.since().isAfter(yesterday) ? member.since() : yesterday)));
        coming.forEach(engineer -> memberships.state(engineer, new NewMembership(id, today, null)));
    }

    /** Checked as what HR enters is. */
    private static TeamDetails details(Text name, @Nullable UUID parent, @Nullable UUID lead, boolean closed) {
        ObjectNode entered = JsonMapper.shared()
                .createObjectNode()
                .put("parent", parent == null ? null : parent.toString())
                .put("lead", lead == null ? null : lead.toString())
                .put("closed", closed);
        entered.putObject("name").put("zh", name.zh()).put("en", name.en());
        return Fields.read(entered, TeamDetails::read);
    }
}
