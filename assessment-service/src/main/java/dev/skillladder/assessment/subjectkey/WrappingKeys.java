package dev.skillladder.assessment.subjectkey;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Wraps people's keys with the key of the installation. */
@Component
class WrappingKeys {

    private final SequencedMap<String, Aead> keys = new LinkedHashMap<>();

    WrappingKeys(KeySettings settings) throws GeneralSecurityException {
        for (var key : settings.byId().entrySet()) {
            keys.put(key.getKey(), new AesGcmJce(key.getValue()));
        }
    }

    /** Id of the key that wraps. */
    String current() {
        return keys.firstEntry().getKey();
    }

    byte[] wrap(UUID subject, byte[] key) {
        try {
            return keys.firstEntry().getValue().encrypt(key, context(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of %s cannot be wrapped".formatted(subject), e);
        }
    }

    byte[] unwrap(UUID subject, String id, byte[] wrapped) {
        Aead key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "people's keys are wrapped with key %s, which ENCRYPTION_KEYS does not name; add it behind the first"
                            .formatted(id));
        }
        try {
            return key.decrypt(wrapped, context(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of %s cannot be unwrapped; is %s in ENCRYPTION_KEYS the key of that name?"
                            .formatted(subject, id),
                    e);
        }
    }

    private static byte[] context(UUID subject) {
        return ("key of " + subject).getBytes(StandardCharsets.US_ASCII);
    }
}
