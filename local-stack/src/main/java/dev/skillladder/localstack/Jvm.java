package dev.skillladder.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How each part's JVM is started: small and quick to be ready rather than fast after an hour. */
final class Jvm {
    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> command(Part part, Settings settings) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of(
                "-Xmx" + heapMebibytes(part) + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                // classes that cannot be archived are no news, least of all among the last lines of a failure
                "-Xlog:cds=error",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                // the mark by which the next start knows a process for ours
                "-Dskill-ladder.home=" + settings.home()));
        if (part == Part.KAFKA) {
            command.add("-Dlogback.configurationFile=dev/skillladder/localstack/logback-plain.xml");
            command.add("-Dplain.log.level=INFO");
        }
        return command;
    }

    private static int heapMebibytes(Part part) {
        return switch (part) {
            case IDENTITY -> 96;
            case GATEWAY -> 192;
            case CATALOG -> 384; // a draft of 16 MB is held a few times while it is checked
            default -> 256;
        };
    }
}
