package dev.skillladder.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * An issuer of signed tokens that serves its metadata and keys over HTTP, one per JVM. The methods with a fault in their
 * name make tokens that every service must refuse.
 */
public final class TestTokens {

    private static final String AUDIENCE = "skill-ladder";
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final RSAKey KEY = newKey("test");
    private static final String ISSUER = serve();

    private TestTokens() {}

    /** For {@code OIDC_ISSUER}. */
    public static String issuer() {
        return ISSUER;
    }

    /** For {@code OIDC_JWKS_URL}. */
    public static String jwksUrl() {
        return ISSUER + "/oauth2/jwks";
    }

    /** A good token. */
    public static String token(String subject, String... roles) {
        return signed(KEY, claims(subject, roles).build());
    }

    /** A good token with further claims, for example {@code email}. */
    public static String tokenWith(String subject, String claim, Object value, String... roles) {
        return signed(KEY, claims(subject, roles).claim(claim, value).build());
    }

    public static String expired(String subject, String... roles) {
        Instant past = Instant.now().minus(Duration.ofHours(2));
        return signed(
                KEY,
                claims(subject, roles)
                        .issueTime(Date.from(past))
                        .expirationTime(Date.from(past.plus(LIFETIME)))
                        .build());
    }

    public static String notYetValid(String subject, String... roles) {
        return signed(
                KEY,
                claims(subject, roles)
                        .notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))))
                        .build());
    }

    public static String fromWrongIssuer(String subject, String... roles) {
        return signed(
                KEY, claims(subject, roles).issuer("https://elsewhere.example").build());
    }

    public static String forWrongAudience(String subject, String... roles) {
        return signed(KEY, claims(subject, roles).audience("another-product").build());
    }

    public static String withoutAudience(String subject, String... roles) {
        return signed(KEY, claims(subject, roles).audience(List.of()).build());
    }

    /** Signed with a key that the issuer does not publish, under the published key's id. */
    public static String signedByUnknownKey(String subject, String... roles) {
        return signed(newKey(KEY.getKeyID()), claims(subject, roles).build());
    }

    /** Not signed at all ({@code alg: none}). */
    public static String unsigned(String subject, String... roles) {
        return new PlainJWT(claims(subject, roles).build()).serialize();
    }

    /** HS256 with the public key as the secret: the classic confusion of algorithms. */
    public static String signedWithPublicKeyAsSecret(String subject, String... roles) {
        try {
            byte[] secret = KEY.toRSAPublicKey().getEncoded();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims(subject, roles).build());
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a test token", e);
        }
    }

    private static JWTClaimsSet.Builder claims(String subject, String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("roles", List.of(roles));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a test token", e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a test key", e);
        }
    }

    private static String serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String issuer = "http://localhost:" + server.getAddress().getPort();
            answer(server, "/.well-known/openid-configuration", """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/oauth2/jwks", "authorization_endpoint": "%1$s/oauth2/authorize",
                     "token_endpoint": "%1$s/oauth2/token", "subject_types_supported": ["public"],
                     "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                    """.formatted(issuer));
            answer(server, "/oauth2/jwks", new JWKSet(KEY).toString());
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("the test issuer did not start", e);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
