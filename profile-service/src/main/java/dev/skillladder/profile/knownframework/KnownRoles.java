package dev.skillladder.profile.knownframework;

import dev.skillladder.profile.problem.BadInput;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles that published framework versions have; what a later version dropped stays known, for the past. */
@Component
public class KnownRoles {

    private final JdbcClient jdbc;

    KnownRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses a role that no published version of the framework has. */
    public void require(String framework, String role) {
        List<String> roles = jdbc.sql("select role from known_role where framework = :framework order by role")
                .param("framework", framework)
                .query((row, _) -> row.getString("role"))
                .list();
        if (roles.isEmpty()) {
            throw new BadInput(
                    "/framework",
                    "No version of framework " + framework
                            + " is known here. Publish it in the catalog; if that has just happened, try again in a moment.");
        }
        if (!roles.contains(role)) {
            throw new BadInput(
                    "/role",
                    "Framework " + framework + " has no role " + role + ". It has " + String.join(", ", roles) + ".");
        }
    }

    void add(List<Role> roles) {
        jdbc.sql("""
                        insert into known_role (framework, role)
                        select framework, role
                          from unnest(:frameworks::text[], :roles::text[]) as published (framework, role)
                        on conflict do nothing
                        """)
                .params(Map.of(
                        "frameworks", roles.stream().map(Role::framework).toArray(String[]::new),
                        "roles", roles.stream().map(Role::role).toArray(String[]::new)))
                .update();
    }

    record Role(String framework, String role) {}
}
