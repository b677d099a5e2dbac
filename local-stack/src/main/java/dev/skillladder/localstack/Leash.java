package dev.skillladder.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps a command so that it ends when this process ends, however that happens. The shell leaves a watcher behind that reads the
 * pipe from here, and becomes the command itself: the process id that Java knows is the command's. End of the pipe makes the
 * watcher signal the command; the word "done" tells it that the command has ended already, so that it signals no stranger
 * that got the same id. The watcher is nobody's child, since PostgreSQL does not like children it did not make.
 */
final class Leash {
    private static final String SCRIPT = """
            signal=$1; shift
            exec 3<&0 </dev/null
            ( (
              trap '' INT TERM HUP
              while read -r word <&3; do [ "$word" = done ] && exit 0; done
              kill -"$signal" $$
            ) >/dev/null 2>&1 & )
            exec 3<&-
            exec "$@"
            """;

    private Leash() {}

    static List<String> around(String endSignal, List<String> command) {
        var leashed = new ArrayList<String>();
        // its own session: Ctrl-C in the terminal reaches the supervisor alone, which then ends the parts in order
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            leashed.add("/usr/bin/setsid");
        }
        leashed.addAll(List.of("/bin/sh", "-c", SCRIPT, "leash", endSignal));
        leashed.addAll(command);
        return leashed;
    }
}
