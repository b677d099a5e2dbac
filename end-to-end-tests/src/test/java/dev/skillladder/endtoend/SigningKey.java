package dev.skillladder.endtoend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;

/** The demo identity provider's own key, for tokens that it would not issue. */
record SigningKey(RSAKey key) {

    static SigningKey of(LocalInstallation installation) throws IOException, ParseException {
        return new SigningKey(RSAKey.parse(Files.readString(installation.home().resolve("identity/signing-key.json"))));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
