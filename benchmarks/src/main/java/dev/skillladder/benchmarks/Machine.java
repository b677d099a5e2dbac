package dev.skillladder.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and of what the numbers are. */
final class Machine {

    private static final long KIBIBYTES_PER_GIBIBYTE = 1024L * 1024;

    private Machine() {}

    static String describe() {
        return "%s, commit %s, Java %s, %d cores (%s), %d GiB, load of the last minute %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        commit(),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        kibibytes("/proc/meminfo", "MemTotal") / KIBIBYTES_PER_GIBIBYTE,
                        read("/proc/loadavg").split(" ", 2)[0]);
    }

    /** Resident memory of a process. */
    static long residentKibibytes(long pid) {
        return kibibytes("/proc/" + pid + "/status", "VmRSS");
    }

    private static long kibibytes(String file, String name) {
        return Long.parseLong(field(file, name).replace("kB", "").strip());
    }

    private static String field(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown"; // measured outside a clone
        }
    }

    /** Processor time a process has used, in all its threads. */
    static long cpuNanos(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " does not run"))
                .toNanos();
    }
}
