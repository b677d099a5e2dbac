package dev.skillladder.profile.knownframework;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import dev.skillladder.profile.knownframework.KnownRoles.Role;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Learns the roles of published frameworks. */
@Component
class FrameworkListener implements EventHandler {

    private final KnownRoles roles;

    FrameworkListener(KnownRoles roles) {
        this.roles = roles;
    }

    @Override
    public String topic() {
        return Topics.FRAMEWORKS;
    }

    @Override
    public void handle(EventBatch batch) {
        roles.add(batch.read(FrameworkPublished.class)
                .flatMap(read -> rolesOf(read.body()))
                .distinct()
                .toList());
    }

    private static Stream<Role> rolesOf(FrameworkPublished published) {
        return published.document().roles().stream().map(role -> new Role(published.framework(), role.id()));
    }
}
