package dev.skillladder.localstack;

import dev.skillladder.seeds.SeedRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** What {@code ./run} executes: the supervisor, and small questions to a running one. */
public final class Run {
    private static final long WATCH_MILLIS = 500;
    private static final double NANOS = 1e9;

    private static volatile boolean ending;

    private Run() {}

    public static void main(String[] words) throws InterruptedException {
        System.setProperty("logback.configurationFile", "dev/skillladder/localstack/logback-plain.xml");
        try {
            run(Arguments.parse(words, System.getenv()));
        } catch (StartFailed | SeedRefused e) {
            fail(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            fail("A file cannot be used: " + e.getCause() + ".");
        }
    }

    private static void announceEnd() {
        if (ending) {
            return;
        }
        ending = true;
        System.out.println();
        System.out.println("Ending everything (after a build that takes some seconds, to make the next start quick)");
    }

    /** Parts that end because we end them are no failure. */
    private static void fail(String sentence) {
        if (!ending) {
            ending = true;
            System.err.println(sentence);
            System.exit(1);
        }
    }

    private static void run(Arguments arguments) throws InterruptedException {
        switch (arguments.action()) {
            case HELP -> System.out.print(Arguments.HELP);
            case TOKEN -> System.out.println(new DemoTokenClient(issuer()).token(arguments.user()));
            case START -> supervise(settings(arguments), arguments.empty());
        }
    }

    private static String issuer() {
        try {
            return Files.readString(Settings.standard().issuerFile());
        } catch (IOException e) {
            throw new StartFailed("Skill Ladder has not been started here: start it with ./run first.", e);
        }
    }

    private static Settings settings(Arguments arguments) {
        var settings = Settings.standard().withUsers(Demo.users());
        if (arguments.portBase() != 0) {
            settings = settings.portBase(arguments.portBase());
        }
        return arguments.fresh() ? settings.afresh() : settings;
    }

    private static void supervise(Settings settings, boolean empty) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(Run::announceEnd, "ending"));
        long from = System.nanoTime();
        System.out.println("Skill Ladder starts; logs are in " + settings.home().resolve("logs"));
        try (var stack = LocalStack.start(settings, Run::say)) {
            System.out.printf("  %-24s ready after %5.1f s%n", "Everything", (System.nanoTime() - from) / NANOS);
            if (!empty) {
                Demo.load(stack, Run::say);
            }
            System.out.println(Welcome.text(stack, settings.users()));
            while (true) {
                stack.requireAllAlive();
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
