package dev.skillladder.testsupport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Whether tests use containers. An engine alone does not say so: without the images Testcontainers would pull, and where
 * pulls fail that takes minutes. {@code SKILL_LADDER_CONTAINERS} (environment or system property) is {@code auto} by
 * default; {@code never} and {@code always} force it.
 */
final class Containers {

    static final String POSTGRES = "postgres:18";
    static final String KAFKA = "apache/kafka:4.2.1";

    /** What Testcontainers 2.0.5 starts next to every container unless it is switched off. */
    private static final String REAPER = "testcontainers/ryuk:0.14.0";

    private static final String SETTING = "SKILL_LADDER_CONTAINERS";

    private static final boolean USED = decide();

    private Containers() {}

    /** Whether to use containers; the same answer for the whole JVM. */
    static boolean used() {
        return USED;
    }

    private static boolean decide() {
        String setting = System.getProperty(SETTING, System.getenv().getOrDefault(SETTING, "auto"))
                .toLowerCase(Locale.ROOT);
        return switch (setting) {
            case "never" -> false;
            case "auto" -> missing().isEmpty();
            case "always" -> {
                List<String> missing = missing();
                if (!missing.isEmpty()) {
                    throw new IllegalStateException(
                            SETTING + "=always, but no container engine answers that has the images "
                                    + String.join(", ", missing) + "; pull them, or use auto or never");
                }
                yield true;
            }
            default ->
                throw new IllegalStateException(SETTING + " is '" + setting + "'; it must be auto, never or always");
        };
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String image : needed()) {
            if (!isLocal(image)) {
                missing.add(image);
            }
        }
        return missing;
    }

    private static List<String> needed() {
        boolean reaperDisabled = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        return reaperDisabled ? List.of(POSTGRES, KAFKA) : List.of(POSTGRES, KAFKA, REAPER);
    }

    private static boolean isLocal(String image) {
        try {
            Process inspect = new ProcessBuilder("docker", "image", "inspect", image)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (inspect.waitFor(10, TimeUnit.SECONDS)) {
                return inspect.exitValue() == 0;
            }
            inspect.destroyForcibly();
            return false;
        } catch (IOException noDockerCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for image " + image, e);
        }
    }
}
