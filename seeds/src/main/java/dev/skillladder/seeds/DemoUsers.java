package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Who can log in to the demo: every engineer of the organisation, and people who are no engineers. */
public final class DemoUsers {

    private DemoUsers() {}

    /**
     * One login.
     *
     * @param name user name, the token's {@code sub} and the engineer's {@code identity}
     * @param engineer null for people without a profile
     * @param roles of {@code hr}, {@code curator}, {@code auditor}, {@code operator}; mostly none
     */
    public record DemoUser(
            String name, Text displayName, @Nullable UUID engineer, List<String> roles) {}

    /** People with token roles first, then the engineers, director first. */
    public static List<DemoUser> all() {
        List<DemoUser> staff = SeedFiles.read("demo/users.json", new TypeReference<>() {});
        Stream<DemoUser> engineers =
                DemoPerson.all().stream().map(p -> new DemoUser(p.user(), p.name(), p.id(), p.tokenRoles()));
        return Stream.concat(staff.stream(), engineers).toList();
    }
}
