package dev.skillladder.endtoend;

import org.junit.jupiter.api.Tag;

/** The main job with everything in containers and Keycloak as the identity provider. */
@Tag("containers")
@Tag("long")
class MainJobOnComposeContainerTest extends MainJob {

    MainJobOnComposeContainerTest() {
        super(ComposeInstallation.shared());
    }
}
