package dev.skillladder.endtoend;

import org.junit.jupiter.api.Tag;

/** With Keycloak, everything in containers. */
@Tag("containers")
@Tag("long")
class LoginStoryOnComposeContainerTest extends LoginStory {

    LoginStoryOnComposeContainerTest() {
        super(
                ComposeInstallation.shared().gateway(),
                "hr",
                "demo",
                new MachineClient(ComposeInstallation.shared().tokenUrl(), "demo-machine"));
    }

    @Override
    void letTokensEnd() {
        ComposeInstallation.shared().sql("gateway", "update login set access_ends = now() - interval '1 second'");
    }
}
