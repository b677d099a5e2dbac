package dev.skillladder.assessment.subjectkey;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that people's keys are wrapped with. There is no default: a key that everybody knows protects nothing.
 *
 * @param encryption {@code <id>:<base64 of 32 bytes>}, several by commas; the first one wraps, all unwrap
 * @param rewrapEvery how often keys wrapped with another than the first are wrapped anew, default 1 hour
 */
@ConfigurationProperties("skill-ladder.keys")
record KeySettings(
        @DefaultValue("") String encryption,
        @DefaultValue("1h") Duration rewrapEvery) {

    private static final Pattern KEY = Pattern.compile("\\s*([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)\\s*");

    KeySettings {
        parse(encryption);
        if (!rewrapEvery.isPositive()) {
            throw new IllegalArgumentException("skill-ladder.keys.rewrap-every must be positive");
        }
    }

    /** By id, the one that wraps first. */
    SequencedMap<String, byte[]> byId() {
        return parse(encryption);
    }

    /** Says what is wrong without saying a key. */
    private static SequencedMap<String, byte[]> parse(String encryption) {
        SequencedMap<String, byte[]> keys = new LinkedHashMap<>();
        for (String entry : encryption.split(",", -1)) {
            Matcher key = KEY.matcher(entry);
            if (!key.matches()) {
                throw new IllegalArgumentException("""
                        ENCRYPTION_KEYS must list at least one key as <id>:<base64 of 32 bytes>, several by commas, the one \
                        to wrap with first; make one with: echo "$(date +%Y-%m):$(openssl rand -base64 32)\"""");
            }
            if (keys.putIfAbsent(key.group(1), Base64.getDecoder().decode(key.group(2))) != null) {
                throw new IllegalArgumentException("ENCRYPTION_KEYS names key " + key.group(1) + " twice");
            }
        }
        return keys;
    }

    @Override
    public String toString() {
        return "KeySettings[ids=" + byId().keySet() + ", rewrapEvery=" + rewrapEvery + "]";
    }
}
