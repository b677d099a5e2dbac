package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.MultiComplexNode;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.profile.body.Fields;
import dev.skillladder.profile.engineer.EngineerDetails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person as an identity provider wants it.
 *
 * @param displayName the name, from {@code displayName}, {@code name.formatted} or its parts, whichever is new
 * @param manager null for none
 */
record WantedUser(
        String userName,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable UUID manager,
        EngineerDetails details) {

    /**
     * @param before the person as it is, null for somebody new
     * @param patch whether what is missing was taken away; else it stays as it is
     */
    static WantedUser of(User user, @Nullable UserRow before, boolean patch) {
        String userName = user.getUserName()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> Refusals.wrong("userName is missing."));
        Optional<Name> name = user.getName();
        String given = name.flatMap(Name::getGivenName).orElse(null);
        String family = name.flatMap(Name::getFamilyName).orElse(null);
        String display = display(user, name, given, family, userName, before);
        return new WantedUser(
                userName,
                display,
                given,
                family,
                manager(user, before, patch),
                details(user, before, patch, userName, display));
    }

    private static String display(
            User user,
            Optional<Name> name,
            @Nullable String given,
            @Nullable String family,
            String userName,
            @Nullable UserRow before) {
        String displayName = user.getDisplayName().orElse(null);
        String formatted = name.flatMap(Name::getFormatted).orElse(null);
        String shown = before == null ? null : before.shownName();
        String joined = Names.joined(given, family);
        String joinedBefore = before == null ? null : Names.joined(before.givenName(), before.familyName());
        if (displayName != null && !displayName.equals(shown)) {
            return displayName;
        }
        if (formatted != null && !formatted.equals(shown)) {
            return formatted;
        }
        if (joined != null && !joined.equals(joinedBefore) && (before != null || displayName == null)) {
            return joined;
        }
        return shown == null ? userName : shown;
    }

    private static @Nullable UUID manager(User user, @Nullable UserRow before, boolean patch) {
        Optional<Manager> manager = user.getEnterpriseUser().flatMap(EnterpriseUser::getManager);
        if (manager.isEmpty()) {
            return before == null || patch ? null : before.manager();
        }
        String value = manager.get().getValue().orElse("").strip();
        return value.isEmpty() ? null : Ids.read(value, "manager.value");
    }

    /** Checked as what HR enters is. */
    private static EngineerDetails details(
            User user, @Nullable UserRow before, boolean patch, String userName, String display) {
        Text name = before != null && display.equals(before.shownName())
                ? before.name()
                : Names.said(display, before == null ? null : before.name());
        boolean active = user.isActive().orElse(before == null || before.state() == State.ACTIVE);
        ObjectNode entered = JsonMapper.shared()
                .createObjectNode()
                .put("identity", user.getExternalId().orElse(before == null || patch ? null : before.identity()))
                .put("employeeNumber", employeeNumber(user, before, userName))
                .put("email", email(user, userName))
                .put(
                        "hireDate",
                        before == null || before.hireDate() == null
                                ? null
                                : before.hireDate().toString())
                .put("state", (active ? State.ACTIVE : State.LEFT).name());
        entered.putObject("name").put("zh", name.zh()).put("en", name.en());
        return Fields.read(entered, EngineerDetails::read);
    }

    /** Who has none keeps the one there is, or goes by the user name. */
    private static String employeeNumber(User user, @Nullable UserRow before, String userName) {
        return user.getEnterpriseUser()
                .flatMap(EnterpriseUser::getEmployeeNumber)
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .orElse(before == null ? userName : before.employeeNumber());
    }

    /** The primary address, else the one for work, else the first, else a user name that is one. */
    private static String email(User user, String userName) {
        List<Email> emails = user.getEmails();
        return emails.stream()
                .filter(MultiComplexNode::isPrimary)
                .findFirst()
                .or(() -> emails.stream()
                        .filter(email -> email.getType().filter("work"::equals).isPresent())
                        .findFirst())
                .or(() -> emails.stream().findFirst())
                .flatMap(MultiComplexNode::getValue)
                .orElse(userName);
    }
}
