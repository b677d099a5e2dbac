package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The PostgreSQL server: a data directory, the command that serves it, and a database with a login per service. */
final class Postgres {
    private final Settings settings;
    private final Path home;
    private final Path data;

    Postgres(Settings settings) {
        this.settings = settings;
        this.home = settings.home().resolve("postgres");
        this.data = home.resolve("data");
    }

    /** Makes the data directory when there is none; the server is not running yet. */
    List<String> prepare() {
        var bin = PostgresBinaries.unpackInto(settings.home()).resolve("bin");
        if (!Files.exists(data)) {
            initialise(bin);
        }
        // listens on loopback with passwords, and on no Unix socket
        return asOrdinaryUser(
                bin.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(settings.port(Part.POSTGRES)),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    private void initialise(Path bin) {
        var unfinished = home.resolve("data.unfinished");
        Directories.delete(unfinished);
        try {
            var passwordFile = Files.createTempFile(home, "password", ".tmp");
            Files.writeString(passwordFile, superuserPassword());
            var log = settings.log(Part.POSTGRES);
            // C.UTF-8 orders by code point on every machine; queries that need a language name their collation
            var initdb = new ProcessBuilder(asOrdinaryUser(
                            bin.resolve("initdb").toString(),
                            "-D",
                            unfinished.toString(),
                            "-U",
                            Secrets.SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            int code = initdb.waitFor();
            Files.delete(passwordFile);
            if (code != 0) {
                throw new StartFailed("PostgreSQL cannot make its data directory: " + lastLine(log)
                        + " As root it needs user namespaces: if they are forbidden here, start as an ordinary user.");
            }
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while PostgreSQL made its data directory.", e);
        }
    }

    private static String lastLine(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.isEmpty() ? "" : lines.getLast() + ".";
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private static List<String> asOrdinaryUser(String... command) {
        var all = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(List.of(command));
        return all;
    }

    /** Fails while the server is not ready; makes the logins and databases that are missing. */
    void requireReady() throws SQLException {
        try (var connection = connect("postgres")) {
            requireOwn(connection);
            for (var part : Part.databases()) {
                make(connection, part.database(), part.databaseOwner());
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.put("user", Secrets.SUPERUSER);
        login.put("password", superuserPassword());
        return DriverManager.getConnection(url(database), login);
    }

    /** A server of another home that took the port in the meantime would answer just as well. */
    private void requireOwn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!rows.getString(1).equals(data.toString())) {
                throw new StartFailed("PostgreSQL on port " + settings.port(Part.POSTGRES) + " serves "
                        + rows.getString(1) + ", not " + data + ": end it or take other ports with --port-base.");
            }
        }
    }

    /** Names and passwords are our own constants and hexadecimal digits, so they need no quoting. */
    private void make(Connection connection, String name, String owner) throws SQLException {
        makeLogin(connection, name);
        boolean newOwner = makeLogin(connection, owner);
        if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database %s owner %s".formatted(name, owner));
        } else if (newOwner) {
            handOver(name, owner);
        }
        execute(connection, "revoke all on database %s from public".formatted(name));
        execute(connection, "grant connect, temporary on database %s to %s".formatted(name, name));
    }

    /** Whether it was missing. */
    private boolean makeLogin(Connection connection, String name) throws SQLException {
        boolean missing = isMissing(connection, "select 1 from pg_roles where rolname = ?", name);
        if (missing) {
            execute(connection, "create role %s login password '%s'".formatted(name, passwordOf(name)));
        }
        return missing;
    }

    /** A home from before services and migrations had logins of their own. */
    private void handOver(String database, String owner) throws SQLException {
        try (var connection = connect(database)) {
            execute(connection, "reassign owned by %s to %s".formatted(database, owner));
        }
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** After kill -9 its backends need a moment to notice; until then a new server refuses their shared memory. */
    static boolean isWaitingForKilledServer(Part part, StartFailed failure) {
        var message = String.valueOf(failure.getMessage());
        return part == Part.POSTGRES && message.contains("shared memory block") && message.contains("still in use");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port(Part.POSTGRES) + "/" + database;
    }

    String passwordOf(String login) {
        return Secrets.in(settings.home()).passwordOf(login);
    }

    private String superuserPassword() {
        return passwordOf(Secrets.SUPERUSER);
    }
}
