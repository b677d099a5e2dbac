package dev.skillladder.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A supervisor in a process of its own, so that a test can end it with kill -9. */
record KilledSupervisor(Process process, long serverPid) {

    static KilledSupervisor start(Settings settings) throws IOException {
        var process = new ProcessBuilder(
                        Jvm.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSupervisor.class.getName(),
                        settings.home().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                return new KilledSupervisor(process, Long.parseLong(line.substring("server ".length())));
            }
        }
        throw new IllegalStateException("the supervisor ended before its server was ready");
    }

    public static void main(String[] arguments) throws InterruptedException {
        var settings =
                Settings.standard().in(Path.of(arguments[0])).onFreePorts().only(Part.POSTGRES);
        try (var stack = LocalStack.start(settings)) {
            System.out.println("server " + stack.pid(Part.POSTGRES));
            Thread.currentThread().join();
        }
    }
}
