package dev.skillladder.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {
    @TempDir
    private static Path home;

    private static LocalStack stack;
    private static String issuer;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        var users = List.of(new DemoUser("hannah", "HR", List.of("hr", "auditor")), DemoUser.named("evan"));
        stack = LocalStack.start(
                Settings.standard().in(home).onFreePorts().only(Part.IDENTITY).withUsers(users));
        issuer = stack.url(Part.IDENTITY);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void issuesTokensThatServicesAccept() throws Exception {
        var token = verified(stack.token("hannah"));
        assertThat(token.getIssuer()).isEqualTo(issuer);
        assertThat(token.getSubject()).isEqualTo("hannah");
        assertThat(token.getAudience()).containsExactly("skill-ladder");
        assertThat(token.getStringListClaim("roles")).containsExactly("hr", "auditor");
        assertThat(verified(stack.token("evan")).getStringListClaim("roles")).isEmpty();
    }

    @Test
    void knowsNobodyElse() {
        assertThatThrownBy(() -> stack.token("mallory")).hasMessageContaining("no demo user 'mallory'");
    }

    @Test
    void refusesAMachineWhatItMayNotAskFor() throws Exception {
        assertThat(machine("&scope=curator").statusCode()).isEqualTo(400);
        assertThat(machine("&scope=openid").statusCode()).isEqualTo(400);
    }

    @Test
    void givesMachinesTokensWithoutRoles() throws Exception {
        var claims = verified(accessToken(machine("")));
        assertThat(claims.getSubject()).isEqualTo("skill-ladder-machine");
        assertThat(claims.getAudience()).containsExactly("skill-ladder");
        assertThat(claims.getStringListClaim("roles")).isEmpty();
    }

    @Test
    void givesMachinesTheRolesTheyAskForAndMayHave() throws Exception {
        var claims = verified(accessToken(machine("&scope=hr")));
        assertThat(claims.getStringListClaim("roles")).containsExactly("hr");
    }

    @Test
    void showsItsUsersInBothLanguages() throws Exception {
        var page = get("/login");
        assertThat(page.body()).contains("Sign in").contains("登录").contains("hannah");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(get("/sign-in.css").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/css");
    }

    @Test
    void sendsNobodyToAnUnknownPlaceAfterTheLogout() throws Exception {
        var elsewhere = "&post_logout_redirect_uri=https://elsewhere.example/";
        assertThat(get("/sign-out?client_id=skill-ladder-gateway" + elsewhere).statusCode())
                .isEqualTo(400);
        var gateway = "http://localhost:" + stack.port(Part.GATEWAY) + "/";
        assertThat(get("/sign-out?client_id=unknown&post_logout_redirect_uri=" + gateway)
                        .statusCode())
                .isEqualTo(400);
        var back = get("/sign-out?client_id=skill-ladder-gateway&post_logout_redirect_uri=" + gateway);
        assertThat(back.statusCode()).as("nobody is signed in").isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).contains(gateway);
    }

    @Test
    void describesItself() throws Exception {
        var discovery = JsonMapper.shared()
                .readTree(get("/.well-known/openid-configuration").body());
        assertThat(discovery.get("issuer").asString()).isEqualTo(issuer);
        assertThat(discovery.get("jwks_uri").asString()).isEqualTo(issuer + "/oauth2/jwks");
        assertThat(discovery.get("code_challenge_methods_supported").toString()).contains("S256");
    }

    @Test
    void insistsOnPkceAndSendsPeopleToTheLogin() throws Exception {
        var authorize = "/oauth2/authorize?response_type=code&client_id=skill-ladder-gateway&scope=openid&state=s"
                + "&redirect_uri=http://localhost:" + stack.port(Part.GATEWAY) + "/login/oauth2/code/skill-ladder";
        assertThat(get(authorize).headers().firstValue("Location").orElse("")).contains("code_challenge");
        var challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(get(authorize + challenge).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    void keepsItsKeyOverARestart() throws Exception {
        var before = stack.token("evan");
        stack.restart(Part.IDENTITY);
        assertThat(verified(before).getSubject()).isEqualTo("evan");
    }

    private HttpResponse<String> machine(String scope) throws IOException, InterruptedException {
        var secret = "skill-ladder-machine:demo-secret-skill-ladder-machine";
        return post(
                "/oauth2/token",
                "grant_type=client_credentials" + scope,
                "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accessToken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body()).get("access_token").asString();
    }

    private JWTClaimsSet verified(String token)
            throws IOException, InterruptedException, ParseException, JOSEException {
        var jwt = SignedJWT.parse(token);
        var key = JWKSet.parse(get("/oauth2/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Accept", "text/html, application/json")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
