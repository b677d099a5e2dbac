package dev.skillladder.seeds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters engineers, teams and the dated statements. What exists already stays as HR made it. */
final class LoadOrganisation {

    private static final String HR = "hr";
    private static final String PROFILES = "/api/profiles/";

    private final Api api;
    private final Crew crew;
    private final DemoOrganisation organisation;

    LoadOrganisation(Api api, Crew crew, DemoOrganisation organisation) {
        this.api = api;
        this.crew = crew;
        this.organisation = organisation;
    }

    void load() {
        crew.forEach("engineers", organisation.people(), this::enter);
        organisation.teams().forEach(this::found); // in order: parents first
        crew.forEach("lines, teams and roles", organisation.people(), this::place);
    }

    private void enter(DemoPerson person) {
        put(
                PROFILES + "engineers/" + person.id(),
                fields(
                        "identity", person.user(),
                        "employeeNumber", person.number(),
                        "name", person.name(),
                        "email", person.user() + "@example.com",
                        "hireDate", person.hired(),
                        "state", "ACTIVE"));
    }

    private void found(DemoTeam team) {
        String parent = team.parent();
        put(
                PROFILES + "teams/" + team.id(),
                fields(
                        "name", team.name(),
                        "parent",
                                parent == null
                                        ? null
                                        : organisation.team(parent).id(),
                        "lead", organisation.person(team.lead()).id()));
    }

    private void place(DemoPerson person) {
        String path = PROFILES + "engineers/" + person.id();
        for (DemoPerson.InTeam in : person.teams()) {
            DemoPerson manager = organisation.managerIn(in.team(), person);
            if (manager != null) {
                state(path + "/reporting-lines", fields("manager", manager.id(), "kind", "SOLID", "from", in.from()));
            }
            state(
                    path + "/team-memberships",
                    fields("team", organisation.team(in.team()).id(), "from", in.from()));
        }
        for (DemoPerson.Dotted line : person.dotted()) {
            state(
                    path + "/reporting-lines",
                    fields(
                            "manager", organisation.person(line.manager()).id(),
                            "kind", "DOTTED",
                            "from", line.from(),
                            "to", line.to()));
        }
        for (DemoPerson.InRole in : person.roles()) {
            state(
                    path + "/role-assignments",
                    fields("framework", DemoHistory.FRAMEWORK, "role", in.role(), "from", in.from()));
        }
    }

    /** The service knows an equal statement by itself, so the key is only for the wire. */
    private void state(String path, Map<String, Object> statement) {
        String key = "seed_" + Integer.toHexString((path + statement).hashCode());
        api.postWhenKnown(HR, path, statement, key);
    }

    private void put(String path, Map<String, Object> body) {
        Answer answer = api.put(HR, path, body, null);
        boolean editedSince = answer.status() == 428 || answer.status() == 412;
        if (!editedSince) {
            Api.accepted("PUT " + path, answer);
        }
    }

    /** Names and values in turn; a null is left out. */
    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return fields;
    }
}
