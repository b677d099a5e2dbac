package dev.skillladder.localstack.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A token for a demo user without a login page, for {@code ./run token} and for tests. */
@RestController
class DemoTokens {
    /** A working day: long enough for a tour, a benchmark or an afternoon of trying things. */
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final DemoUsers users;
    private final JwtEncoder encoder;
    private final IdentitySettings settings;
    private final Clock clock;

    DemoTokens(DemoUsers users, JwtEncoder encoder, IdentitySettings settings, Clock clock) {
        this.users = users;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(path = "/demo/tokens", produces = MediaType.TEXT_PLAIN_VALUE)
    String issue(@RequestParam String user) {
        var known = users.find(user)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no demo user '" + user + "'"));
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject(known.name())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFETIME));
        Tokens.describe(claims, known.roles());
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
