package dev.skillladder.assessment.subjectkey;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's key. Seals texts with AES-256-GCM and files with the streaming form of it, both bound to the person, so that
 * what is copied to another person's row does not open there (docs/decisions/0009-subject-keys.md).
 */
public final class SubjectKey {

    /** What is read where the key was destroyed. */
    public static final String ERASED = "[erased · 已抹除]";

    /** What begins otherwise was stored before texts were sealed. */
    private static final String SEALED = "sealed1:";

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final UUID subject;
    private final byte @Nullable [] key;

    SubjectKey(UUID subject, byte @Nullable [] key) {
        this.subject = subject;
        this.key = key;
    }

    /** Nothing sealed for this person can be read any more. */
    public boolean isDestroyed() {
        return key == null;
    }

    public String seal(String text) {
        try {
            byte[] sealed = new AesGcmJce(require()).encrypt(text.getBytes(StandardCharsets.UTF_8), context("text"));
            return SEALED + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text about %s cannot be sealed".formatted(subject), e);
        }
    }

    public @Nullable String sealIfAny(@Nullable String text) {
        return text == null ? null : seal(text);
    }

    /** The text, or {@link #ERASED}. */
    public String open(String sealed) {
        if (!sealed.startsWith(SEALED)) {
            return sealed;
        }
        if (key == null) {
            return ERASED;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed.substring(SEALED.length()));
            return new String(new AesGcmJce(key).decrypt(bytes, context("text")), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("a text about %s was changed where it is stored".formatted(subject), e);
        }
    }

    public @Nullable String openIfAny(@Nullable String sealed) {
        return sealed == null ? null : open(sealed);
    }

    /** Seals what is written to it, segment by segment; closing it ends the file, so that a cut one does not open. */
    public OutputStream sealing(UUID file, OutputStream sealed) throws IOException {
        try {
            return streaming(require()).newEncryptingStream(sealed, context("file " + file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("file %s cannot be sealed".formatted(file), e);
        }
    }

    /** The content of a file; empty where the key was destroyed. */
    public Optional<InputStream> opening(UUID file, InputStream sealed) throws IOException {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(streaming(key).newDecryptingStream(sealed, context("file " + file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("file %s cannot be opened".formatted(file), e);
        }
    }

    private byte[] require() {
        if (key == null) {
            throw new IllegalStateException("the key of %s was destroyed".formatted(subject));
        }
        return key;
    }

    private byte[] context(String what) {
        return (what + " of " + subject).getBytes(StandardCharsets.US_ASCII);
    }

    private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }
}
