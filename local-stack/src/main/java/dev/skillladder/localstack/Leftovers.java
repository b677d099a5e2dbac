package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed run left running. A process is ours only if its id was written down here and its command line names this home
 * directory; an id alone proves nothing, it may have gone to a stranger since.
 */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;

    Leftovers(Settings settings) {
        this.settings = settings;
    }

    /** Ends them in the order of an ordinary stop: services first, PostgreSQL last. */
    void end() {
        var order = new ArrayList<>(List.of(Part.values()));
        for (var part : order.reversed()) {
            endRecorded(part, settings.pidFile(part));
        }
        // PostgreSQL's own record also covers a server that was started by another hand on this data directory
        endRecorded(Part.POSTGRES, settings.home().resolve("postgres/data/postmaster.pid"));
    }

    private void endRecorded(Part part, Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            var recorded = Files.readAllLines(file);
            if (!recorded.isEmpty() && recorded.getFirst().strip().matches("\\d+")) {
                ProcessHandle.of(Long.parseLong(recorded.getFirst().strip()))
                        .filter(this::isOurs)
                        .ifPresent(process -> end(part, process));
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var arguments = process.info().arguments().stream().flatMap(Arrays::stream);
        var home = settings.home().toString();
        return process.pid() != ProcessHandle.current().pid()
                && arguments.anyMatch(argument ->
                        argument.equals(home) || argument.contains(home + "/") || argument.endsWith("=" + home));
    }

    private static void end(Part part, ProcessHandle process) {
        signal(part.endSignal(), process);
        if (!hasEnded(process)) {
            signal("KILL", process);
            if (!hasEnded(process)) {
                throw new StartFailed(part.title() + " of an earlier run (process " + process.pid()
                        + ") does not end: end it by hand and start again.");
            }
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
