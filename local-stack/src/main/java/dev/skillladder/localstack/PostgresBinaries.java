package dev.skillladder.localstack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL that came with the build, unpacked once per home directory. */
final class PostgresBinaries {
    /** Changes with the version in the parent pom, so that a newer one is unpacked beside the old. */
    private static final String VERSION = "18.6.0";

    private static final int EXECUTE = 0100;

    private PostgresBinaries() {}

    static Path unpackInto(Path home) {
        var target = home.resolve("postgres").resolve(VERSION);
        if (Files.exists(target)) {
            return target;
        }
        try {
            // a move at the end: a start that was killed half way leaves nothing that looks complete
            var unfinished = home.resolve("postgres").resolve(VERSION + ".unfinished");
            Directories.delete(unfinished);
            unpack(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var binary = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        System.getProperty("os.name"), System.getProperty("os.arch"));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(binary)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        } catch (IllegalStateException e) {
            throw new StartFailed(
                    "The build brings PostgreSQL for Linux on x86-64 only; on other systems use docker compose.", e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & EXECUTE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
