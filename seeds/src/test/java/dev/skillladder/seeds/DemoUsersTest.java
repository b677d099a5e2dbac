package dev.skillladder.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.seeds.DemoUsers.DemoUser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoUsersTest {

    private final List<DemoUser> users = DemoUsers.all();

    @Test
    void hasOneLoginPerTokenRole() {
        assertThat(users.stream().flatMap(user -> user.roles().stream()))
                .contains("hr", "curator", "auditor", "operator");
    }

    @Test
    void namesEverybodyOnce() {
        assertThat(users).extracting(DemoUser::name).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z.]{2,40}"));
        assertThat(users.stream().map(DemoUser::engineer).filter(Objects::nonNull))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(55);
    }
}
