package dev.skillladder.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of every part that is a JVM. */
final class Programs {
    private static final String VERSION = "1.0.0-SNAPSHOT";

    private final Settings settings;

    Programs(Settings settings) {
        this.settings = settings;
    }

    List<String> command(Part part) {
        return switch (part) {
            case KAFKA -> {
                var command = own(part, "dev.skillladder.localstack.kafka.Broker");
                command.add(settings.home().resolve("kafka").toString());
                command.add(Integer.toString(settings.port(part)));
                command.add(Integer.toString(settings.ports().kafkaController()));
                command.add(settings.brokerReadyFile().toString());
                yield command;
            }
            case IDENTITY -> own(part, "dev.skillladder.localstack.identity.IdentityProvider");
            default -> {
                var jar = unpacked(part);
                yield command(part, archive(part, jar), List.of("-jar", jar.toString()));
            }
        };
    }

    /** Tests of this module run before its jar exists, from the directories on their class path. */
    private List<String> own(Part part, String mainClass) {
        var here = Programs.class.getProtectionDomain().getCodeSource().getLocation();
        if (here.getProtocol().equals("file") && here.getPath().endsWith("/")) {
            return command(part, List.of(), List.of("-cp", System.getProperty("java.class.path"), mainClass));
        }
        var jar = unpacked(part);
        return command(part, archive(part, jar), List.of("-cp", jar.toString(), mainClass));
    }

    private List<String> command(Part part, List<String> archive, List<String> program) {
        var command = new ArrayList<>(Jvm.command(part, settings));
        command.addAll(archive);
        command.addAll(settings.jvmOptions().getOrDefault(part, List.of()));
        command.addAll(program);
        return command;
    }

    /** Written when the part ends in good order for the first time after a build; halves the time of later starts. */
    private static List<String> archive(Part part, Path jar) {
        var file = jar.resolveSibling((part == Part.ASSESSMENT_2 ? Part.ASSESSMENT : part).key() + ".jsa");
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
    }

    private Path unpacked(Part part) {
        var jar = settings.root()
                .resolve(part.module())
                .resolve("target")
                .resolve(part.module() + "-" + VERSION + "-exec.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StartFailed(part.title() + " is not built: " + jar
                    + " is missing. Build it with ./mvnw -DskipTests package, or start with ./run.");
        }
        return UnpackedJar.path(jar, settings.log(part));
    }
}
