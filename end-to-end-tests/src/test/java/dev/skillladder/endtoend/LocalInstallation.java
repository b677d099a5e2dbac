package dev.skillladder.endtoend;

import dev.skillladder.localstack.DemoUser;
import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import dev.skillladder.localstack.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The local stack on free ports with data of its own, started once for all tests of this JVM. */
final class LocalInstallation implements Installation {

    private static final Duration TOKENS_KEPT = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant from) {}

    private static final class Shared {
        static final LocalInstallation STACK = new LocalInstallation();
    }

    /** The one that all stories share. */
    static LocalInstallation shared() {
        return Shared.STACK;
    }

    private LocalInstallation() {
        stack = LocalStack.start(
                Settings.standard()
                        .in(home())
                        .onFreePorts()
                        .withUsers(users())
                        .withEnvironment("RATE_LIMIT_BURST", "100000")
                        .withEnvironment("RATE_LIMIT_PER_SECOND", "100000"),
                System.out::println);
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("skill-ladder-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoUser> users() {
        Stream<DemoUser> offices =
                Stream.of("hr", "curator", "auditor", "operator").map(name -> new DemoUser(name, "", List.of(name)));
        Stream<DemoUser> engineers = Stream.of(
                        WorkedExample.MANAGER,
                        WorkedExample.ENGINEER,
                        WorkedExample.FIRST_PEER,
                        WorkedExample.SECOND_PEER,
                        WorkedExample.STRANGER)
                .map(DemoUser::named);
        return Stream.concat(offices, engineers).toList();
    }

    LocalStack stack() {
        return stack;
    }

    @Override
    public String gateway() {
        return stack.url(Part.GATEWAY);
    }

    @Override
    public String token(String user) {
        return tokens.compute(
                        user,
                        (name, known) -> known != null
                                        && known.from().isAfter(Instant.now().minus(TOKENS_KEPT))
                                ? known
                                : new Token(stack.token(name), Instant.now()))
                .value();
    }

    @Override
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }
}
