package dev.skillladder.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param root the project, where the modules' jars are
 * @param home data, logs and process ids; default {@code .skill-ladder} in the project
 * @param ports default 8080-8083, 9000, 15432, 19092
 * @param parts default everything but a second assessment instance
 * @param users who can log in
 * @param jvmOptions further options for one part's JVM; they win over the built-in ones
 * @param environment further environment of every part
 * @param fresh whether earlier data is deleted first
 */
public record Settings(
        Path root,
        Path home,
        Ports ports,
        Set<Part> parts,
        List<DemoUser> users,
        Map<Part, List<String>> jvmOptions,
        Map<String, String> environment,
        boolean fresh) {
    public Settings {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
        users = List.copyOf(users);
        jvmOptions = Map.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /** The stack that {@code ./run} starts, for the project around the working directory. */
    public static Settings standard() {
        var root = projectRoot(Path.of("").toAbsolutePath());
        return new Settings(
                root,
                root.resolve(".skill-ladder"),
                Ports.standard(),
                Part.ordinary(),
                List.of(),
                Map.of(),
                Map.of(),
                false);
    }

    private static Path projectRoot(Path from) {
        for (var dir = from; dir != null; dir = dir.getParent()) {
            if (Files.isRegularFile(dir.resolve("mvnw")) && Files.isDirectory(dir.resolve("local-stack"))) {
                return dir;
            }
        }
        throw new StartFailed("No Skill Ladder project at or above " + from + ": start ./run in its directory.");
    }

    public Settings in(Path otherHome) {
        return new Settings(root, otherHome, ports, parts, users, jvmOptions, environment, fresh);
    }

    public Settings onFreePorts() {
        return with(Ports.free());
    }

    public Settings portBase(int base) {
        return with(Ports.from(base));
    }

    private Settings with(Ports others) {
        return new Settings(root, home, others, parts, users, jvmOptions, environment, fresh);
    }

    public Settings only(Part first, Part... others) {
        return new Settings(root, home, ports, EnumSet.of(first, others), users, jvmOptions, environment, fresh);
    }

    public Settings withUsers(List<DemoUser> known) {
        return new Settings(root, home, ports, parts, known, jvmOptions, environment, fresh);
    }

    public Settings withJvmOptions(Part part, String... options) {
        var all = new EnumMap<Part, List<String>>(Part.class);
        all.putAll(jvmOptions);
        all.put(part, List.of(options));
        return new Settings(root, home, ports, parts, users, all, environment, fresh);
    }

    public Settings withEnvironment(String name, String value) {
        var all = new HashMap<>(environment);
        all.put(name, value);
        return new Settings(root, home, ports, parts, users, jvmOptions, all, fresh);
    }

    /** Deletes the data of PostgreSQL and Kafka first; passwords and the signing key stay. */
    public Settings afresh() {
        return new Settings(root, home, ports, parts, users, jvmOptions, environment, true);
    }

    int port(Part part) {
        return ports.port(part);
    }

    Path log(Part part) {
        return home.resolve("logs").resolve(part.key() + ".log");
    }

    Path pidFile(Part part) {
        return home.resolve("run").resolve(part.key() + ".pid");
    }

    Path brokerReadyFile() {
        return home.resolve("run/kafka.ready");
    }

    /** Says where a running stack issues tokens, for {@code ./run token}. */
    Path issuerFile() {
        return home.resolve("run/issuer");
    }

    /** The address as a browser sees it, which is also the issuer in every token. */
    String issuer() {
        return "http://localhost:" + port(Part.IDENTITY);
    }

    /** The gateway as a browser sees it: where logins return to. */
    String browserUrl() {
        return "http://localhost:" + port(Part.GATEWAY);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port(Part.KAFKA);
    }
}
