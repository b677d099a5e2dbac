package dev.skillladder.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSurvivesKillsTest {
    @TempDir
    private static Path home;

    private final Settings settings = Settings.standard().in(home).onFreePorts().only(Part.POSTGRES);

    @Test
    void keepsDataWhenKilledAndStartedAgain() throws SQLException {
        try (var stack = LocalStack.start(settings)) {
            execute(stack, "create table if not exists kept (id int)");
            execute(stack, "insert into kept values (1)");
            stack.kill(Part.POSTGRES);
            stack.start(Part.POSTGRES);
            execute(stack, "insert into kept values (2)");
            assertThat(setting(stack, "fsync")).isEqualTo("on");
            assertThat(setting(stack, "synchronous_commit")).isEqualTo("on");
        }
        try (var stack = LocalStack.start(settings)) {
            assertThat(one(stack, "select count(*) from kept")).isEqualTo("2");
        }
        try (var stack = LocalStack.start(settings.afresh())) {
            assertThat(one(stack, "select to_regclass('kept')::text")).isNull();
        }
    }

    @Test
    void endsWithItsSupervisorHoweverThatEnds() throws Exception {
        var supervisor = KilledSupervisor.start(settings);
        var server = ProcessHandle.of(supervisor.serverPid()).orElseThrow();

        supervisor.process().destroyForcibly();

        server.onExit().get(30, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void replacesAServerThatAnEarlierRunLeftBehind() throws Exception {
        List<String> command;
        try (var _ = LocalStack.start(settings)) {
            command = new Postgres(settings).prepare();
        }
        var orphan = new ProcessBuilder(command).inheritIO().start();
        await().until(() -> Files.exists(home.resolve("postgres/data/postmaster.pid")));

        try (var stack = LocalStack.start(settings)) {
            assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stack.pid(Part.POSTGRES)).isNotEqualTo(orphan.pid());
            assertThat(one(stack, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondStackInTheSameHome() {
        try (var stack = LocalStack.start(settings)) {
            assertThat(stack.pid(Part.POSTGRES)).isPositive();
            assertThatThrownBy(() -> LocalStack.start(settings))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("already runs from " + home);
        }
    }

    @Test
    void keepsEveryServiceOutOfTheOthersDatabase() {
        try (var stack = LocalStack.start(settings)) {
            var own = stack.jdbcUrl(Part.CATALOG);
            assertThatThrownBy(() -> DriverManager.getConnection(own.replace("/catalog?", "/profile?")))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(own.replaceFirst("password=.*", "password=guess")))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void letsNoServiceMakeTables() {
        try (var stack = LocalStack.start(settings)) {
            assertThatThrownBy(() -> {
                        try (var connection = DriverManager.getConnection(stack.jdbcUrl(Part.ASSESSMENT))) {
                            connection.createStatement().execute("create table mine (id int)");
                        }
                    })
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    private static String setting(LocalStack stack, String name) throws SQLException {
        return String.valueOf(one(stack, "show " + name));
    }

    private static void execute(LocalStack stack, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.ownerJdbcUrl(Part.ASSESSMENT));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String one(LocalStack stack, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.ownerJdbcUrl(Part.ASSESSMENT));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
