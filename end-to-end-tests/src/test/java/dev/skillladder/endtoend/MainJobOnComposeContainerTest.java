package dev.skillladder.endtoend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The main job with everything in containers and Keycloak as the identity provider. */
@Tag("containers")
@Tag("long")
class MainJobOnComposeContainerTest extends MainJob {

    private final ComposeInstallation compose;

    MainJobOnComposeContainerTest() {
        this(new ComposeInstallation());
    }

    private MainJobOnComposeContainerTest(ComposeInstallation compose) {
        super(compose);
        this.compose = compose;
    }

    @AfterAll
    void removeContainers() {
        compose.close();
    }
}
