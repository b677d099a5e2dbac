package dev.skillladder.localstack.identity;

import dev.skillladder.localstack.DemoUser;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Everybody who can log in. Each password is the user name: these people exist on this machine only. */
final class DemoUsers implements UserDetailsService {
    private final Map<String, DemoUser> byName;

    DemoUsers(List<DemoUser> users) {
        byName = users.stream()
                .collect(Collectors.toMap(DemoUser::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    Optional<DemoUser> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order in which they are shown. */
    Collection<DemoUser> all() {
        return byName.values();
    }

    List<String> rolesOf(String name) {
        return find(name).map(DemoUser::roles).orElse(List.of());
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        var user = find(name).orElseThrow(() -> new UsernameNotFoundException(name));
        return User.withUsername(user.name())
                .password("{noop}" + user.name())
                .authorities(List.of())
                .build();
    }
}
