package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A running stack. Parts can be killed and started again one by one; closing ends all of them and keeps the data. */
public final class LocalStack implements AutoCloseable {
    private static final double MILLIS = 1e3;
    private static final int POSTGRES_ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

    private final Settings settings;
    private final Consumer<String> progress;
    private final HomeLock lock;
    private final Postgres postgres;
    private final Programs programs;
    private final Readiness readiness;
    private final Environment environment;
    private final Map<Part, RunningPart> running = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final Thread closeAtExit = new Thread(this::end, "local-stack-end");
    private volatile boolean closed;

    private LocalStack(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.lock = HomeLock.take(settings.home());
        this.postgres = new Postgres(settings);
        this.programs = new Programs(settings);
        this.readiness = new Readiness(settings, postgres);
        this.environment = new Environment(settings, postgres);
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
            new Leftovers(settings).end();
            settings.ports().requireFree(settings.parts());
            if (settings.fresh()) {
                stack.deleteData();
            }
            stack.writeFiles();
            stack.startOf(EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY));
            stack.startOf(EnumSet.range(Part.CATALOG, Part.ASSESSMENT_2));
            stack.startOf(EnumSet.of(Part.GATEWAY));
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw Space.explain(e, home);
        }
    }

    private void deleteData() {
        Directories.delete(settings.home().resolve("postgres/data"));
        Directories.delete(settings.home().resolve("kafka"));
    }

    private void writeFiles() {
        try {
            Files.writeString(settings.issuerFile(), settings.issuer());
            JsonMapper.shared()
                    .writeValue(settings.home().resolve("identity/users.json").toFile(), settings.users());
            for (var part : settings.parts()) {
                Files.deleteIfExists(settings.log(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOf(Set<Part> wave) {
        AtOnce.run(wave.stream().filter(settings.parts()::contains).toList(), this::start);
    }

    /** Starts a part that is not running and returns when it is ready. */
    public void start(Part part) {
        long from = System.currentTimeMillis();
        for (int attempt = 1; !isReady(part, attempt); attempt++) {
            pause();
        }
        progress.accept("  %-24s ready after %5.1f s, port %d"
                .formatted(part.title(), (System.currentTimeMillis() - from) / MILLIS, settings.port(part)));
    }

    private boolean isReady(Part part, int attempt) {
        try {
            readiness.await(part, launch(part, command(part)));
            return true;
        } catch (StartFailed e) {
            if (attempt < POSTGRES_ATTEMPTS && Postgres.isWaitingForKilledServer(part, e)) {
                return false;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for " + part.title() + ".", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted between two attempts.", e);
        }
    }

    private synchronized RunningPart launch(Part part, List<String> command) {
        if (closed) {
            throw new StartFailed("The stack is closed.");
        }
        var earlier = running.get(part);
        if (earlier != null && earlier.isAlive()) {
            throw new StartFailed(part.title() + " is running already, as process " + earlier.pid() + ".");
        }
        var process = RunningPart.start(part, settings, command, environment.of(part));
        running.put(part, process);
        return process;
    }

    private List<String> command(Part part) {
        return switch (part) {
            case POSTGRES -> postgres.prepare();
            case KAFKA -> {
                var program = new ArrayList<>(programs.command(part, "dev.skillladder.localstack.kafka.Broker"));
                program.add(settings.home().resolve("kafka").toString());
                program.add(Integer.toString(settings.port(part)));
                program.add(Integer.toString(settings.ports().kafkaController()));
                program.add(settings.brokerReadyFile().toString());
                yield Jvm.command(part, settings, program);
            }
            default ->
                Jvm.command(
                        part, settings, programs.command(part, "dev.skillladder.localstack.identity.IdentityProvider"));
        };
    }

    /** {@code kill -9}, at whatever the part is doing. */
    public void kill(Part part) {
        require(part).kill();
    }

    /** In good order. */
    public void stop(Part part) {
        require(part).end();
    }

    /** Stops the part if it still runs, starts it and returns when it is ready. */
    public void restart(Part part) {
        var process = running.get(part);
        if (process != null && process.isAlive()) {
            process.end();
        }
        start(part);
    }

    private RunningPart require(Part part) {
        var process = running.get(part);
        if (process == null) {
            throw new IllegalStateException(part.title() + " was not started");
        }
        return process;
    }

    /** Operating system's id of the part's process. */
    public long pid(Part part) {
        return require(part).pid();
    }

    /** A part that ended although nobody asked it to; null while all run. */
    @Nullable Part ended() {
        return Arrays.stream(Part.values())
                .filter(part -> running.containsKey(part) && !require(part).isAlive())
                .findFirst()
                .orElse(null);
    }

    StartFailed endOf(Part part) {
        return require(part).failure("ended unexpectedly");
    }

    public String url(Part part) {
        return part == Part.IDENTITY ? settings.issuer() : environment.url(part);
    }

    public int port(Part part) {
        return settings.port(part);
    }

    public String token(String user) {
        return new DemoTokenClient(settings.issuer()).token(user);
    }

    /** With login and password, for a test that looks behind the API. */
    public String jdbcUrl(Part service) {
        var login = service.database();
        return postgres.url(login) + "?user=" + login + "&password=" + postgres.passwordOf(login);
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

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        endOf(EnumSet.range(Part.CATALOG, Part.GATEWAY));
        endOf(EnumSet.of(Part.KAFKA, Part.IDENTITY));
        endOf(EnumSet.of(Part.POSTGRES));
        lock.close();
    }

    private void endOf(Set<Part> wave) {
        AtOnce.run(wave.stream().filter(running::containsKey).toList(), part -> {
            var process = require(part);
            if (process.isAlive()) {
                process.end();
            }
        });
    }
}
