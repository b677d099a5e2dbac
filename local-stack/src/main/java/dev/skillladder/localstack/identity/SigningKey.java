package dev.skillladder.localstack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The RSA key that signs tokens, kept on disk: tokens and the services' cached keys survive a restart. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey in(Path directory) throws IOException, JOSEException, ParseException {
        var file = directory.resolve("signing-key.json");
        if (!Files.exists(file)) {
            var key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            var unfinished = directory.resolve("signing-key.unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, key.toJSONString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return RSAKey.parse(Files.readString(file));
    }
}
