package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.problem.BodyTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent, on disk while it is read.
 *
 * @param name as the client calls it
 * @param part what a table without a name of its own holds
 */
public record Upload(String name, Format format, @Nullable Part part, Path content) implements AutoCloseable {

    private static final int LONGEST_NAME = 200;
    private static final int BLOCK = 64 * 1024;

    static Upload of(String name, Format format, @Nullable Part part, InputStream body) throws IOException {
        Path content = Files.createTempFile("import-", "." + format.extension());
        Upload upload = new Upload(harmless(name), format, part, content);
        boolean whole = false;
        try (OutputStream file = Files.newOutputStream(content)) {
            copy(body, file, format.limit());
            whole = true;
        } finally {
            if (!whole) {
                upload.close();
            }
        }
        return upload;
    }

    /** The content from its beginning. */
    public InputStream open() throws IOException {
        return Files.newInputStream(content);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }

    private static void copy(InputStream body, OutputStream file, long limit) throws IOException {
        byte[] block = new byte[BLOCK];
        long total = 0;
        for (int count = body.read(block); count >= 0; count = body.read(block)) {
            total += count;
            if (total > limit) {
                throw new BodyTooLarge(limit);
            }
            file.write(block, 0, count);
        }
    }

    /** A name is only shown, never opened; control characters would spoil the showing. */
    private static String harmless(String name) {
        String shown = name.replaceAll("[\\p{Cntrl}\\uD800-\\uDFFF]", "").strip();
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME);
    }
}
