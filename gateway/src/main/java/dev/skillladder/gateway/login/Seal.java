package dev.skillladder.gateway.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what the database keeps of a login with AES-256-GCM, so that reading the database or a backup of it signs nobody
 * in. Sealed are: the length of the key's id (one byte), the id, a nonce (12 bytes), the text and its tag.
 */
@Component
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final byte[] current;
    private final SecureRandom random = new SecureRandom();

    Seal(SessionKeys settings) {
        settings.byId().forEach((id, key) -> keys.put(id, new SecretKeySpec(key, "AES")));
        this.current = settings.byId().firstEntry().getKey().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whoever wrote this was none of us, or sealed it for another place or with a key that has left the settings. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param place where it will be kept: it opens nowhere else
     */
    byte[] close(byte[] open, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text =
                    cipher(Cipher.ENCRYPT_MODE, key(current), nonce, place).doFinal(open);
            return ByteBuffer.allocate(1 + current.length + NONCE_BYTES + text.length)
                    .put((byte) current.length)
                    .put(current)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + CIPHER, e);
        }
    }

    byte[] open(byte[] closed, String place) throws Broken {
        try {
            var parts = ByteBuffer.wrap(closed);
            byte[] id = next(parts, parts.get());
            byte[] nonce = next(parts, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key(id), nonce, place).doFinal(next(parts, parts.remaining()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Broken("sealed otherwise than with a key of ENCRYPTION_KEYS for this place", e);
        }
    }

    private SecretKey key(byte[] id) throws GeneralSecurityException {
        SecretKey key = keys.get(new String(id, StandardCharsets.US_ASCII));
        if (key == null) {
            throw new GeneralSecurityException("unknown key");
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] next(ByteBuffer parts, int count) {
        byte[] part = new byte[count];
        parts.get(part);
        return part;
    }
}
