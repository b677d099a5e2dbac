package dev.skillladder.endtoend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The main job with everything in containers and Keycloak as the identity provider. */
@Tag("containers")
@Tag("long")
class MainJobOnComposeContainerTest extends MainJob {

    MainJobOnComposeContainerTest() {
        super(new ComposeInstallation());
    }

    @AfterAll
    void removeContainers() {
        if (installation instanceof ComposeInstallation compose) {
            compose.close();
        }
    }
}
