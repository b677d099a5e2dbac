package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * One employee of the demo organisation, a line of {@code demo/people.json}.
 *
 * @param user name at the identity provider
 * @param tokenRoles roles the identity provider puts into the person's token
 * @param teams in order of time; the team's lead is the person's manager
 * @param roles in order of time
 * @param dotted second managers
 * @param ability per review round how far the person is: 1 holds junior just so, 2 mid, 3 senior; null: not reviewed
 * @param peers how many colleagues are asked per round; null: two
 * @param decisions levels that a manager confirmed
 */
record DemoPerson(
        String user,
        UUID id,
        String number,
        Text name,
        LocalDate hired,
        List<String> tokenRoles,
        List<InTeam> teams,
        List<InRole> roles,
        List<Dotted> dotted,
        List<@Nullable Double> ability,
        @Nullable Integer peers,
        List<Decision> decisions) {

    record InTeam(String team, LocalDate from) {}

    record InRole(String role, LocalDate from) {}

    record Dotted(String manager, LocalDate from, @Nullable LocalDate to) {}

    record Decision(LocalDate validFrom, String level, String reason) {}

    static List<DemoPerson> all() {
        return SeedFiles.read("demo/people.json", new TypeReference<>() {});
    }

    String team(LocalDate day) {
        return teams.stream()
                .filter(t -> !t.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(user + " is in no team on " + day))
                .team();
    }

    String role(LocalDate day) {
        return roles.stream()
                .filter(r -> !r.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(user + " has no role on " + day))
                .role();
    }
}
