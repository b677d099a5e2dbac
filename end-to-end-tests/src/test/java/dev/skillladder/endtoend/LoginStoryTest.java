package dev.skillladder.endtoend;

import dev.skillladder.localstack.Part;
import java.sql.DriverManager;
import java.sql.SQLException;

/** With the demo identity provider. */
class LoginStoryTest extends LoginStory {

    LoginStoryTest() {
        super(
                LocalInstallation.shared().stack().browserUrl(),
                "hr",
                "hr",
                new MachineClient(
                        LocalInstallation.shared().stack().url(Part.IDENTITY) + "/oauth2/token",
                        "demo-secret-skill-ladder-machine"));
    }

    @Override
    void letTokensEnd() {
        var database = LocalInstallation.shared().stack().jdbcUrl(Part.GATEWAY);
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("update login set access_ends = now() - interval '1 second'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
