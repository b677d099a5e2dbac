package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * A module's exec jar, unpacked next to it with its libraries: a JVM starts markedly faster from plain jars than from jars inside a
 * jar, and only plain jars can have a class archive. Unpacked again, and the archive dropped, when the jar has changed.
 */
final class UnpackedJar {
    private final Path jar;
    private final Path log;

    private UnpackedJar(Path jar, Path log) {
        this.jar = jar;
        this.log = log;
    }

    /** The application's own jar, whose manifest names the libraries. One at a time: parts may share a jar. */
    static synchronized Path path(Path jar, Path log) {
        return new UnpackedJar(jar, log).path();
    }

    private Path path() {
        var directory = jar.resolveSibling("program");
        try {
            // two stacks may start at the same time
            try (var file = FileChannel.open(
                            jar.resolveSibling("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                refresh(directory);
            }
            return directory.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refresh(Path directory) throws IOException {
        var stamp = directory.resolve("unpacked-from");
        var source = Long.toHexString(fingerprint());
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(source)) {
            unpack(directory);
            Files.writeString(stamp, source);
        }
    }

    /** Over the checksums of its entries: builds are reproducible, so size and date of a changed jar may be the same. */
    private long fingerprint() throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            long sum = 1;
            for (var entry : Collections.list(zip.entries())) {
                sum = 31 * sum + entry.getName().hashCode();
                sum = 31 * sum + entry.getCrc();
            }
            return sum;
        }
    }

    private void unpack(Path directory) throws IOException {
        Directories.delete(directory);
        var command = new ArrayList<>(List.of(Jvm.java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar"));
        command.addAll(List.of(jar.toString(), "extract", "--destination", directory.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new StartFailed(jar + " cannot be unpacked to " + directory + "; see the end of " + log + ".");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while unpacking " + jar + ".", e);
        }
    }
}
