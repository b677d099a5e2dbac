package dev.skillladder.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One part's process with its log and its process id on disk. */
final class RunningPart {
    private static final int LAST_LINES = 15;
    /** A JVM's first end after a build writes its class archive, on a busy machine that takes a while. */
    private static final long PATIENCE_SECONDS = 60;

    private final Part part;
    private final Path log;
    private final Path pidFile;
    private final Process process;

    private RunningPart(Part part, Path log, Path pidFile, Process process) {
        this.part = part;
        this.log = log;
        this.pidFile = pidFile;
        this.process = process;
    }

    static RunningPart start(Part part, Settings settings, List<String> command, Map<String, String> environment) {
        var log = settings.log(part);
        var builder = new ProcessBuilder(Leash.around(part.endSignal(), command));
        builder.directory(settings.home().toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            var process = builder.start();
            var pidFile = settings.pidFile(part);
            Files.writeString(pidFile, process.pid() + "\n");
            var _ = process.onExit().thenAccept(RunningPart::release);
            return new RunningPart(part, log, pidFile, process);
        } catch (IOException e) {
            throw new StartFailed(part.title() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Tells the leash that there is nothing left to signal. */
    private static void release(Process ended) {
        try (OutputStream leash = ended.getOutputStream()) {
            leash.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the pipe is closed already: the part was ended through it, the watcher has gone
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw failure("ended with code " + process.exitValue());
        }
    }

    StartFailed failure(String what) {
        return new StartFailed("%s %s. The last lines of %s:%n%s".formatted(part.title(), what, log, lastLines()));
    }

    /** In good order; by force when it takes too long. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!hasEndedWithin(PATIENCE_SECONDS)) {
            kill();
        }
        forget();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(PATIENCE_SECONDS)) {
            throw new StartFailed(part.title() + " (process " + process.pid() + ") does not end, not even by kill -9.");
        }
        forget();
    }

    private boolean hasEndedWithin(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }
}
