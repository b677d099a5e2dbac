package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a token can be wrong, at the gateway and at each service behind it. Tokens are signed with the
 * identity provider's own key wherever something other than the signature is wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTokensTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final LocalInstallation installation = LocalInstallation.shared();
    private final Map<String, String> bad = new LinkedHashMap<>();
    private String good = "";

    @BeforeAll
    void makeTokens() throws Exception {
        SigningKey provider = SigningKey.of(installation);
        RSAKey key = provider.key();
        Instant now = Instant.now();
        good = provider.sign(claims().build());
        bad.put("nothing", "");
        bad.put("no token", "Bearer ");
        bad.put("no JWT", "Bearer not-a-token");
        bad.put("good, but as a password", "Basic " + good);
        bad.put("alg none", bearer(new PlainJWT(claims().build()).serialize()));
        bad.put("alg none, with the good signature", bearer(withHeader(good, "{\"alg\":\"none\"}")));
        bad.put("signature left out", bearer(good.substring(0, good.lastIndexOf('.') + 1)));
        bad.put("HS256 with the public key", bearer(withPublicKeyAsSecret(key)));
        bad.put(
                "wrong issuer",
                bearer(provider.sign(
                        claims().issuer("https://elsewhere.example").build())));
        bad.put("no issuer", bearer(provider.sign(claims().issuer(null).build())));
        bad.put(
                "wrong audience",
                bearer(provider.sign(claims().audience("skill-ladder-gateway").build())));
        bad.put("no audience", bearer(provider.sign(claims().audience(List.of()).build())));
        bad.put(
                "expired",
                bearer(provider.sign(claims().issueTime(Date.from(now.minus(LIFETIME.multipliedBy(2))))
                        .expirationTime(Date.from(now.minus(LIFETIME)))
                        .build())));
        bad.put(
                "not yet valid",
                bearer(provider.sign(
                        claims().notBeforeTime(Date.from(now.plus(LIFETIME))).build())));
        bad.put("unknown key", bearer(new SigningKey(stranger("unknown")).sign(claims().build())));
        bad.put(
                "unknown key under a known name",
                bearer(new SigningKey(stranger(key.getKeyID())).sign(claims().build())));
        bad.put("swapped user", bearer(withClaims(good, claims().subject("somebody.else"))));
        bad.put("swapped roles", bearer(withClaims(good, claims().claim("roles", List.of("hr", "curator")))));
    }

    private Stream<String> addresses() {
        var paths = Map.of(
                Part.CATALOG, "/api/catalog/frameworks",
                Part.PROFILE, "/api/profiles/teams",
                Part.ASSESSMENT, "/api/assessments/programmes");
        return paths.entrySet().stream()
                .flatMap(path -> Stream.of(
                        installation.gateway() + path.getValue(),
                        installation.stack().url(path.getKey()) + path.getValue()));
    }

    private Stream<Arguments> badTokensEverywhere() {
        return bad.keySet().stream().flatMap(fault -> addresses().map(address -> Arguments.of(fault, address)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("badTokensEverywhere")
    void refuses(String fault, String address) throws IOException, InterruptedException {
        var answer = get(address, bad.get(fault));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void takesTheTokenInWhichNothingIsWrong(String address) throws IOException, InterruptedException {
        var answer = get(address, bearer(good));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String address, @Nullable String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (authorization != null && !authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(installation.stack().url(Part.IDENTITY))
                .subject("hr")
                .audience("skill-ladder")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("roles", List.of("hr"));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private String withPublicKeyAsSecret(RSAKey key) throws JOSEException, GeneralSecurityException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static RSAKey stranger(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    /** What a thief who cannot sign can do: put other claims before the same signature. */
    private static String withClaims(String token, JWTClaimsSet.Builder claims) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + encoded(claims.build().toString()) + "." + parts[2];
    }

    private static String withHeader(String token, String header) {
        String[] parts = token.split("\\.");
        return encoded(header) + "." + parts[1] + "." + parts[2];
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
