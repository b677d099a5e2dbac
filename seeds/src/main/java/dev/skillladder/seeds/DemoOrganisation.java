package dev.skillladder.seeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who works where and for whom: a lead's manager is the lead of the team above. */
final class DemoOrganisation {

    /** A newcomer is not asked about colleagues at once. */
    private static final int DAYS_TO_KNOW_EACH_OTHER = 60;

    private final List<DemoPerson> people = DemoPerson.all();
    private final List<DemoTeam> teams = DemoTeam.all();
    private final Map<String, DemoPerson> byUser =
            people.stream().collect(Collectors.toMap(DemoPerson::user, Function.identity()));
    private final Map<String, DemoTeam> byKey =
            teams.stream().collect(Collectors.toMap(DemoTeam::key, Function.identity()));

    List<DemoPerson> people() {
        return people;
    }

    List<DemoTeam> teams() {
        return teams;
    }

    DemoPerson person(String user) {
        return Objects.requireNonNull(byUser.get(user), () -> "nobody in demo/people.json is called " + user);
    }

    DemoTeam team(String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "no team in demo/teams.json has the key " + key);
    }

    /** The manager in the solid line while in this team; null for the director. */
    @Nullable DemoPerson managerIn(String teamKey, DemoPerson person) {
        DemoTeam team = team(teamKey);
        if (!team.lead().equals(person.user())) {
            return person(team.lead());
        }
        return team.parent() == null ? null : person(team(team.parent()).lead());
    }

    /** Who has the same manager on that day and has been here for a while. */
    List<DemoPerson> colleagues(DemoPerson person, LocalDate day) {
        DemoPerson manager = managerIn(person.team(day), person);
        return people.stream()
                .filter(other -> !other.equals(person))
                .filter(other -> other.hired().isBefore(day.minusDays(DAYS_TO_KNOW_EACH_OTHER)))
                .filter(other -> manager != null && manager.equals(managerIn(other.team(day), other)))
                .toList();
    }
}
