package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.UnsupportedContent;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A file that arrived: sealed on its way to a temporary file, so that a slow sender holds neither memory nor a connection
 * to the database, and nothing readable lies on a disk.
 */
record Upload(UUID id, Path sealed, FileType type, long size, String sha256) implements AutoCloseable {

    static Upload receive(InputStream body, SubjectKey key) throws IOException {
        BufferedInputStream content = new BufferedInputStream(body, FileType.HEAD);
        FileType type = type(content);
        MessageDigest digest = newDigest();
        UUID id = UUID.randomUUID();
        Path sealed = Files.createTempFile("evidence", ".sealed");
        try (OutputStream file = Files.newOutputStream(sealed);
                OutputStream sealing = key.sealing(id, file)) {
            long size = new DigestInputStream(content, digest).transferTo(sealing);
            return new Upload(id, sealed, type, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(sealed);
            throw failure;
        }
    }

    private static FileType type(BufferedInputStream content) throws IOException {
        content.mark(FileType.HEAD);
        byte[] head = content.readNBytes(FileType.HEAD);
        content.reset();
        if (head.length == 0) {
            throw new BadInput("", "The file is empty; send its content as the body.");
        }
        return FileType.of(head)
                .orElseThrow(
                        () -> new UnsupportedContent("The content is none of %s; convert the file and send it again."
                                .formatted(Arrays.stream(FileType.values())
                                        .map(FileType::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(sealed);
    }
}
