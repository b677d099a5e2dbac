package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * The modules' exec jars, unpacked side by side with their libraries: a JVM starts markedly faster from plain jars than from
 * jars inside a jar. Unpacked again when the jar has changed.
 */
final class Programs {
    private static final String VERSION = "1.0.0-SNAPSHOT";

    private final Settings settings;

    Programs(Settings settings) {
        this.settings = settings;
    }

    /** All but the operating system's environment. */
    List<String> command(Part part) {
        var program = new ArrayList<String>();
        switch (part) {
            case KAFKA -> {
                program.addAll(List.of("-cp", ownClassPath(part), "dev.skillladder.localstack.kafka.Broker"));
                program.add(settings.home().resolve("kafka").toString());
                program.add(Integer.toString(settings.port(part)));
                program.add(Integer.toString(settings.ports().kafkaController()));
                program.add(settings.brokerReadyFile().toString());
            }
            case IDENTITY ->
                program.addAll(
                        List.of("-cp", ownClassPath(part), "dev.skillladder.localstack.identity.IdentityProvider"));
            default -> program.addAll(List.of("-jar", unpacked(part).toString()));
        }
        return Jvm.command(part, settings, program);
    }

    /** Tests of this module run before its jar exists, from the directories on their class path. */
    private String ownClassPath(Part part) {
        var here = Programs.class.getProtectionDomain().getCodeSource().getLocation();
        if (here.getProtocol().equals("file") && here.getPath().endsWith("/")) {
            return System.getProperty("java.class.path");
        }
        return unpacked(part).toString();
    }

    private synchronized Path unpacked(Part part) {
        var jar = settings.root().resolve(part.module()).resolve("target").resolve(jarName(part));
        if (!Files.isRegularFile(jar)) {
            throw new StartFailed(part.title() + " is not built: " + jar
                    + " is missing. Build it with ./mvnw -DskipTests package, or start with ./run.");
        }
        var target = settings.home().resolve("programs").resolve(part.module());
        var stamp = target.resolve("unpacked-from");
        try {
            var source = Long.toHexString(fingerprint(jar));
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(source)) {
                unpack(part, jar, target);
                Files.writeString(stamp, source);
            }
            return target.resolve(jarName(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over the checksums of its entries: builds are reproducible, so size and date of a changed jar may be the same. */
    private static long fingerprint(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            long sum = 1;
            for (var entry : Collections.list(zip.entries())) {
                sum = 31 * sum + entry.getName().hashCode();
                sum = 31 * sum + entry.getCrc();
            }
            return sum;
        }
    }

    private void unpack(Part part, Path jar, Path target) throws IOException {
        Directories.delete(target);
        var command = new ArrayList<>(List.of(Jvm.java(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar"));
        command.addAll(List.of(jar.toString(), "extract", "--destination", target.toString()));
        var log = settings.log(part);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new StartFailed(jar + " cannot be unpacked to " + target + "; see the end of " + log + ".");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while unpacking " + jar + ".", e);
        }
    }

    private static String jarName(Part part) {
        return part.module() + "-" + VERSION + "-exec.jar";
    }
}
