package dev.skillladder.gateway.login;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that sessions are sealed with. There is no default: a key that everybody knows protects nothing.
 *
 * @param encryption {@code <id>:<base64 of 32 bytes>}, several by commas; the first one seals, all open
 */
@ConfigurationProperties("skill-ladder.gateway.keys")
record SessionKeys(@DefaultValue("") String encryption) {

    private static final Pattern KEY = Pattern.compile("\\s*([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)\\s*");

    SessionKeys {
        parse(encryption);
    }

    /** By id, the one that seals first. */
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
                        The gateway's ENCRYPTION_KEYS must list at least one key as <id>:<base64 of 32 bytes>, several by \
                        commas, the one to seal with first; make one with: echo "$(date +%Y-%m):$(openssl rand -base64 32)\"""");
            }
            if (keys.putIfAbsent(key.group(1), Base64.getDecoder().decode(key.group(2))) != null) {
                throw new IllegalArgumentException("ENCRYPTION_KEYS names key " + key.group(1) + " twice");
            }
        }
        return keys;
    }

    @Override
    public String toString() {
        return "SessionKeys[ids=" + byId().keySet() + "]";
    }
}
