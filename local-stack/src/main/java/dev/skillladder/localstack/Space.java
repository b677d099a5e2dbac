package dev.skillladder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk, said in one sentence before PostgreSQL and Kafka say it in many. */
final class Space {
    /** Programs 300 MiB, PostgreSQL with its log 200 MiB, Kafka and logs the rest. */
    private static final long NEEDED_MEBIBYTES = 1024;

    private Space() {}

    static void require(Path home) {
        Directories.create(home);
        try {
            long free = Files.getFileStore(home).getUsableSpace() >> 20;
            if (free < NEEDED_MEBIBYTES) {
                throw new StartFailed("Only %d MiB are free on the disk of %s; Skill Ladder needs %d MiB."
                        .formatted(free, home, NEEDED_MEBIBYTES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever failed, a disk that is full by now is the more useful answer. */
    static RuntimeException explain(RuntimeException failure, Path home) {
        if (home.toFile().getUsableSpace() >> 20 == 0) {
            return new StartFailed("The disk of " + home + " is full: make room and start again.", failure);
        }
        return failure;
    }
}
