package dev.skillladder.catalog.exchange.casepackage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * CASE asks for UUIDs, frameworks have slugs: name-based identifiers (RFC 9562, version 5), the same for the same slugs
 * wherever and whenever they are exported.
 *
 * @param value lower case
 */
record CaseId(String value) {

    /** Names the space of our names; never changes. */
    private static final UUID NAMESPACE = UUID.fromString("7b0b3f5e-3c44-5d0a-9d4b-2f1f8c6f0a11");

    static CaseId of(String framework, String kind, String id) {
        byte[] hash = sha1().digest(ByteBuffer.allocate(16 + bytes(framework, kind, id).length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(bytes(framework, kind, id))
                .array());
        ByteBuffer first = ByteBuffer.wrap(hash, 0, 16);
        long high = (first.getLong() & ~0xF000L) | 0x5000L;
        long low = (first.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new CaseId(new UUID(high, low).toString());
    }

    /** A name, not an address: packages are read as files. */
    String uri() {
        return "urn:uuid:" + value;
    }

    private static byte[] bytes(String framework, String kind, String id) {
        return (framework + "/" + kind + "/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
