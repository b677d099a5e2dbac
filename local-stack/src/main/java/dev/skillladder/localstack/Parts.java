package dev.skillladder.localstack;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The processes of one stack: which run, how each is started and ended. */
final class Parts {
    private static final double MILLIS = 1e3;
    private static final int POSTGRES_ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

    private final Settings settings;
    private final Consumer<String> progress;
    private final Postgres postgres;
    private final Programs programs;
    private final Readiness readiness;
    private final Environment environment;
    private final Map<Part, RunningPart> running = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private boolean ended;

    Parts(Settings settings, Consumer<String> progress, Postgres postgres, Environment environment) {
        this.settings = settings;
        this.progress = progress;
        this.postgres = postgres;
        this.environment = environment;
        this.programs = new Programs(settings);
        this.readiness = new Readiness(settings, postgres);
    }

    void startAtOnce(Collection<Part> some) {
        AtOnce.run(some.stream().filter(settings.parts()::contains).toList(), this::start);
    }

    void start(Part part) {
        long from = System.currentTimeMillis();
        for (int attempt = 1; !isReady(part, attempt); attempt++) {
            pause();
        }
        progress.accept("  %-24s ready after %5.1f s, port %d"
                .formatted(part.title(), (System.currentTimeMillis() - from) / MILLIS, settings.port(part)));
    }

    private boolean isReady(Part part, int attempt) {
        try {
            var command = part == Part.POSTGRES ? postgres.prepare() : programs.command(part);
            readiness.await(part, launch(part, command));
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
        if (ended) {
            throw new StartFailed("The stack was ended while " + part.title() + " was to start.");
        }
        var earlier = running.get(part);
        if (earlier != null && earlier.isAlive()) {
            throw new StartFailed(part.title() + " is running already, as process " + earlier.pid() + ".");
        }
        var process = RunningPart.start(part, settings, command, environment.of(part));
        running.put(part, process);
        return process;
    }

    RunningPart require(Part part) {
        var process = running.get(part);
        if (process == null) {
            throw new IllegalStateException(part.title() + " was not started");
        }
        return process;
    }

    boolean isAlive(Part part) {
        var process = running.get(part);
        return process != null && process.isAlive();
    }

    /** A part that ended although nobody asked it to; null while all run. */
    @Nullable Part died() {
        return Arrays.stream(Part.values())
                .filter(part -> running.containsKey(part) && !isAlive(part))
                .findFirst()
                .orElse(null);
    }

    /** Ends all in the order in which nobody misses the others, and lets none start any more. */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        endAtOnce(EnumSet.range(Part.CATALOG, Part.GATEWAY));
        endAtOnce(EnumSet.of(Part.KAFKA, Part.IDENTITY));
        endAtOnce(EnumSet.of(Part.POSTGRES));
    }

    private void endAtOnce(Collection<Part> some) {
        AtOnce.run(
                some.stream().filter(this::isAlive).toList(),
                part -> require(part).end());
    }
}
