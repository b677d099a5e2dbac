package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A running stack. Parts can be killed and started again one by one; closing ends all of them and keeps the data. */
public final class LocalStack implements AutoCloseable {
    private final Settings settings;
    private final HomeLock lock;
    private final Postgres postgres;
    private final Environment environment;
    private final Parts parts;
    private final Thread closeAtExit = new Thread(this::end, "local-stack-end");

    private LocalStack(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.lock = HomeLock.take(settings.home());
        this.postgres = new Postgres(settings);
        this.environment = new Environment(settings, postgres);
        this.parts = new Parts(settings, progress, postgres, environment);
    }

    public static LocalStack start(Settings settings) {
        return start(settings, line -> {});
    }

    /** Returns when all parts are ready; each reports itself in one line. A JVM that ends takes its stack with it. */
    public static LocalStack start(Settings settings, Consumer<String> progress) {
        var home = settings.home();
        Space.require(home);
        Directories.create(
                home.resolve("logs"), home.resolve("run"), home.resolve("postgres"), home.resolve("identity"));
        var stack = new LocalStack(settings, progress);
        Runtime.getRuntime().addShutdownHook(stack.closeAtExit);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw Space.explain(e, home);
        }
    }

    private void startAll() {
        new Leftovers(settings).end();
        settings.ports().requireFree(settings.parts());
        writeFiles();
        parts.startAtOnce(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY));
        parts.startAtOnce(EnumSet.range(Part.CATALOG, Part.ASSESSMENT_2));
        parts.startAtOnce(EnumSet.of(Part.GATEWAY));
    }

    private void writeFiles() {
        var home = settings.home();
        if (settings.fresh()) {
            Directories.delete(home.resolve("postgres/data"));
            Directories.delete(home.resolve("kafka"));
        }
        try {
            Files.writeString(settings.issuerFile(), settings.issuer());
            JsonMapper.shared().writeValue(home.resolve("identity/users.json").toFile(), settings.users());
            for (var part : settings.parts()) {
                Files.deleteIfExists(settings.log(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a part that is not running and returns when it is ready. */
    public void start(Part part) {
        parts.start(part);
    }

    /** {@code kill -9}, at whatever the part is doing. */
    public void kill(Part part) {
        parts.require(part).kill();
    }

    /** In good order. */
    public void stop(Part part) {
        parts.require(part).end();
    }

    /** Stops the part if it still runs, starts it and returns when it is ready. */
    public void restart(Part part) {
        if (parts.isAlive(part)) {
            stop(part);
        }
        start(part);
    }

    /** Operating system's id of the part's process. */
    public long pid(Part part) {
        return parts.require(part).pid();
    }

    /** Fails when a part ended although nobody asked it to. */
    void requireAllAlive() {
        var died = parts.died();
        if (died != null) {
            throw parts.require(died).failure("ended unexpectedly");
        }
    }

    public String url(Part part) {
        return part == Part.IDENTITY ? settings.issuer() : environment.url(part);
    }

    /** The gateway as a browser sees it, under the name to which logins return. */
    public String browserUrl() {
        return settings.browserUrl();
    }

    public int port(Part part) {
        return settings.port(part);
    }

    public String token(String user) {
        return new DemoTokenClient(settings.issuer()).token(user);
    }

    /** With the service's own login and password, for a test that looks behind the API. */
    public String jdbcUrl(Part service) {
        return jdbcUrl(service, service.database());
    }

    /** The same database with the login that owns its tables. */
    public String ownerJdbcUrl(Part service) {
        return jdbcUrl(service, service.databaseOwner());
    }

    private String jdbcUrl(Part service, String login) {
        return postgres.url(service.database()) + "?user=" + login + "&password=" + postgres.passwordOf(login);
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            // this is the exit: the hook is running, and a second end() finds nothing left to do
        }
    }

    private void end() {
        parts.end();
        lock.close();
    }
}
