package dev.skillladder.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** One PostgreSQL server per JVM, started when the first test asks. Every call gives a new, empty database. */
public final class TestPostgres {

    /** Several cached Spring contexts, each with its own pool, live in one JVM. */
    private static final int MAX_CONNECTIONS = 300;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A new, empty database; the name only makes it recognisable. */
    public static Database database(String name) {
        String unique = name.replaceAll("[^a-z0-9]", "_") + "_" + COUNT.incrementAndGet();
        Database maintenance = Server.MAINTENANCE;
        try (Connection connection = maintenance.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + unique);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create test database " + unique, e);
        }
        return new Database(maintenance.prefix(), unique, maintenance.user(), maintenance.password());
    }

    /** Whether the server is a container; embedded otherwise. */
    public static boolean isContainer() {
        return Containers.used();
    }

    /**
     * How to reach one database.
     *
     * @param prefix {@code jdbc:postgresql://host:port/}
     * @param user a superuser, so that tests can end other connections
     */
    public record Database(String prefix, String name, String user, String password) {

        /** The address as services take it in {@code DB_URL}. */
        public String jdbcUrl() {
            return prefix + name;
        }

        /** A new connection; the caller closes it. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), user, password);
        }
    }

    /** Started by the JVM when it is first looked at; ended with the JVM by the library's own hooks. */
    private static final class Server {

        static final Database MAINTENANCE = Containers.used() ? container() : embedded();

        @SuppressWarnings("resource") // lives as long as the JVM
        private static Database container() {
            PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse(Containers.POSTGRES))
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MAX_CONNECTIONS);
            container.start();
            String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
            return new Database(prefix, container.getDatabaseName(), container.getUsername(), container.getPassword());
        }

        @SuppressWarnings("resource") // lives as long as the JVM
        private static Database embedded() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                        .start();
                return new Database(
                        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/", "postgres", "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", e);
            }
        }
    }
}
