package dev.skillladder.gateway.login;

import dev.skillladder.gateway.access.Refusals;
import dev.skillladder.gateway.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is signed in, and sends people to the provider. */
@RestController
class CurrentSession {

    private static final String SCHEME = "Bearer ";

    private final JwtDecoder decoder;
    private final Tokens tokens;
    private final Logins logins;
    private final LoginSettings settings;

    CurrentSession(JwtDecoder decoder, Tokens tokens, Logins logins, LoginSettings settings) {
        this.decoder = decoder;
        this.tokens = tokens;
        this.logins = logins;
        this.settings = settings;
    }

    /**
     * Who is signed in.
     *
     * @param person as the services know the person
     * @param name for people to read
     * @param roles of the token; what they allow is in docs/access.md
     * @param endsAt when the session, or for a caller without one the token, ends at the latest
     * @param idleSeconds when the session ends unless it is used; null without a session
     * @param csrfHeader a writing request repeats the cookie XSRF-TOKEN in this header; null without a session
     */
    record SignedIn(
            String person,
            String name,
            List<String> roles,
            @Nullable Instant endsAt,
            @Nullable Long idleSeconds,
            @Nullable String csrfHeader) {}

    /** A token that the gateway itself would not let pass is told as at the door. */
    @GetMapping("/api/session")
    @Nullable ResponseEntity<SignedIn> read(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Jwt token;
        try {
            token = decoder.decode(authorization.substring(SCHEME.length()).trim());
        } catch (BadJwtException _) {
            Refusals.noToken(request).answer(response);
            return null;
        } catch (JwtException _) {
            Refusals.keysAway(request).answer(response);
            return null;
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(signedIn(token, request));
    }

    /** The first step happens under the public address: the provider sends the browser back to no other. */
    @GetMapping("/login")
    ResponseEntity<Void> login() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(settings.publicUrl() + Doors.START))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private SignedIn signedIn(Jwt token, HttpServletRequest request) {
        String person = Optional.ofNullable(token.getClaimAsString(tokens.personClaim()))
                .orElseGet(token::getSubject);
        List<String> roles = Optional.ofNullable(token.getClaimAsStringList(tokens.rolesClaim()))
                .orElse(List.of());
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session == null || authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return new SignedIn(person, person, roles, token.getExpiresAt(), null, null);
        }
        Instant end = logins.find(session.getId())
                .map(login -> login.signedInAt().plus(settings.length()))
                .orElse(null);
        long idle = Duration.ofSeconds(session.getMaxInactiveInterval()).toSeconds();
        String name = Optional.ofNullable(user.getFullName()).orElse(person);
        return new SignedIn(person, name, roles, end, idle, "X-XSRF-TOKEN");
    }
}
