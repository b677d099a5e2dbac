package dev.skillladder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestPostgres;
import dev.skillladder.testsupport.TestTokens;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "RATE_LIMIT_BURST=100000",
            "SESSIONS_PER_PERSON=3",
            "ENCRYPTION_KEYS=test:" + Browser.KEY,
            "LOG_FORMAT=",
            "PUBLIC_URL=http://localhost:8080",
            "OIDC_CLIENT_ID=" + StubProvider.CLIENT,
            "OIDC_CLIENT_SECRET=" + StubProvider.SECRET
        })
class LoginTest {

    private static final StubService SERVICE = new StubService();
    private static final StubProvider PROVIDER = new StubProvider();
    private static final TestPostgres.Database DATABASE = TestPostgres.database("gateway");

    @LocalServerPort
    private int port;

    private Browser browser;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("DB_URL", DATABASE::jdbcUrl);
        registry.add("DB_USER", DATABASE::user);
        registry.add("DB_PASSWORD", DATABASE::password);
        registry.add("CATALOG_URL", SERVICE::url);
        registry.add("OIDC_ISSUER", TestTokens::issuer);
        registry.add("OIDC_JWKS_URL", TestTokens::jwksUrl);
        registry.add("OIDC_TOKEN_URL", () -> PROVIDER.url() + "/token");
        registry.add("OIDC_END_SESSION_URL", () -> "https://provider.example/logout");
    }

    @BeforeEach
    void beginAnew() {
        SERVICE.seen.clear();
        PROVIDER.away = false;
        PROVIDER.renewals.set(0);
        browser = new Browser(port, PROVIDER);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        PROVIDER.close();
    }

    @Test
    void answersACallWithoutSessionWithAProblemAndNeverWithALogin() throws Exception {
        long before = count("select count(*) from spring_session");
        for (var answer : List.of(
                browser.open("/api/catalog/skills"),
                browser.call("/api/session"),
                browser.open("/api/session"),
                browser.writeWithoutCsrf("/api/catalog/frameworks"))) {
            assertProblem(answer, 401, "no-valid-token");
        }
        assertThat(SERVICE.seen).isEmpty();
        assertThat(count("select count(*) from spring_session")).isEqualTo(before);
    }

    @Test
    void refusesAnInventedSession() throws Exception {
        browser.cookies.put("SESSION", Base64.getEncoder().encodeToString("' or true --".getBytes()));
        assertProblem(browser.call("/api/catalog/skills"), 401, "no-valid-token");
        browser.cookies.put("SESSION", "%%% not base64");
        assertProblem(browser.call("/api/catalog/skills"), 401, "no-valid-token");
    }

    @Test
    void refusesACodeThatAnotherBrowserAskedFor() throws Exception {
        var asked = new Browser(port, PROVIDER).leave("/oauth2/authorization/skill-ladder");
        var answer = browser.back(asked, "li.na");
        assertThat(Browser.location(answer).toString()).endsWith("/?sign-in=failed");
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
    }

    @Test
    void refusesAnIdTokenOfAnotherLogin() throws Exception {
        var asked = browser.leave("/oauth2/authorization/skill-ladder");
        var forged = new java.util.HashMap<>(asked);
        forged.put("nonce", "of-another-login");
        assertThat(Browser.location(browser.back(forged, "li.na")).toString()).endsWith("/?sign-in=failed");
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
    }

    @Test
    void refusesAWriteThatAPageFromElsewhereCouldSend() throws Exception {
        browser.signIn("li.na");
        assertProblem(browser.writeWithoutCsrf("/api/catalog/frameworks"), 403, "no-csrf-token");
        assertProblem(browser.writeWithoutCsrf("/logout"), 403, "no-csrf-token");
        assertThat(SERVICE.seen).isEmpty();
        browser.call("/api/session");
        assertThat(browser.write("/api/catalog/frameworks").statusCode()).isEqualTo(200);
    }

    @Test
    void asksTheProviderWithPkceStateAndNonce() throws Exception {
        var answer = browser.open("/login");
        assertThat(Browser.location(answer).toString())
                .isEqualTo("http://localhost:8080/oauth2/authorization/skill-ladder");
        var asked = browser.leave("/oauth2/authorization/skill-ladder");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/login/oauth2/code/skill-ladder")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("client_secret");
    }

    @Test
    void bringsAPersonBackToThePageTheyOpened() throws Exception {
        var page = browser.open("/teams?skill=java");
        assertThat(Browser.location(page).toString()).endsWith("/oauth2/authorization/skill-ladder");
        assertThat(Browser.location(browser.signIn("li.na")).toString()).endsWith("/teams?skill=java");
    }

    @Test
    void givesTheBrowserACookieAndTheServiceTheToken() throws Exception {
        var signedIn = browser.signIn("li.na");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Secure"));
        assertThat(browser.call("/api/catalog/skills").statusCode()).isEqualTo(200);
        var headers = arrived().headers();
        assertThat(headers.getFirst("Cookie")).isNull();
        assertThat(headers.get("Authorization")).hasSize(1);
        String token = headers.getFirst("Authorization").substring("Bearer ".length());
        assertThat(browser.seen).noneMatch(answer -> answer.contains(token));
        assertThat(browser.seen).noneMatch(answer -> answer.contains("eyJ"));
    }

    @Test
    void changesTheSessionsIdAtLogin() throws Exception {
        var asked = browser.leave("/oauth2/authorization/skill-ladder");
        String before = browser.cookies.get("SESSION");
        browser.back(asked, "li.na");
        assertThat(browser.cookies.get("SESSION")).isNotNull().isNotEqualTo(before);
        browser.cookies.put("SESSION", before);
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
    }

    @Test
    void tellsThePageWhoIsSignedIn() throws Exception {
        browser.signIn("li.na");
        var answer = browser.call("/api/session");
        JsonNode session = JsonMapper.shared().readTree(answer.body());
        assertThat(session.path("person").asString()).isEqualTo("li.na");
        assertThat(session.path("roles").toString()).isEqualTo("[\"hr\"]");
        assertThat(session.path("csrfHeader").asString()).isEqualTo("X-XSRF-TOKEN");
        assertThat(session.path("idleSeconds").asInt()).isEqualTo(3600);
        assertThat(session.path("endsAt").asString()).isNotBlank();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void sendsTwentyRequestsAtTheTokensEndThroughWithOneRenewal() throws Exception {
        browser.signIn("wei");
        execute("update login set access_ends = now() - interval '1 second'");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> call = () -> browser.call("/api/catalog/skills").statusCode();
            for (Future<Integer> status : threads.invokeAll(java.util.Collections.nCopies(20, call))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(PROVIDER.renewals).hasValue(1);
        assertThat(SERVICE.seen.stream()
                        .map(seen -> seen.headers().getFirst("Authorization"))
                        .distinct())
                .hasSize(1);
        assertThat(browser.call("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void takesOverFromAnInstanceThatDiedWhileItRenewed() throws Exception {
        browser.signIn("wei");
        execute("update login set access_ends = now(), renewing_until = now() + interval '1 second'");
        assertThat(browser.call("/api/catalog/skills").statusCode()).isEqualTo(200);
        assertThat(PROVIDER.renewals).hasValue(1);
    }

    @Test
    void endsALoginThatTheProviderDoesNotRenew() throws Exception {
        browser.signIn("who.is.gone");
        execute("update login set access_ends = now()");
        PROVIDER.forgetLogins();
        assertProblem(browser.call("/api/catalog/skills"), 401, "no-valid-token");
        assertThat(count("select count(*) from login where person = 'who.is.gone'"))
                .isZero();
        assertThat(browser.signIn("who.is.gone").statusCode()).isEqualTo(302);
        assertThat(browser.call("/api/catalog/skills").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsALoginWhileTheProviderIsAway() throws Exception {
        browser.signIn("wei");
        execute("update login set access_ends = now() + interval '5 seconds'");
        PROVIDER.away = true;
        assertThat(browser.call("/api/catalog/skills").statusCode())
                .as("the token still lives a little")
                .isEqualTo(200);
        execute("update login set access_ends = now()");
        assertProblem(browser.call("/api/catalog/skills"), 503, "identity-provider-away");
        PROVIDER.away = false;
        assertThat(browser.call("/api/catalog/skills").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForAFreshLoginWhenAStoredSessionCannotBeRead() throws Exception {
        browser.signIn("li.na");
        execute("update spring_session_attributes set attribute_bytes = decode('00aced0005ff', 'hex')");
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
        assertThat(browser.open("/").statusCode()).isEqualTo(200);
        assertThat(Browser.location(browser.open("/teams")).toString()).endsWith("/oauth2/authorization/skill-ladder");
        assertThat(browser.signIn("li.na").statusCode()).isEqualTo(302);
        assertThat(browser.call("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForAFreshLoginWhenTokensCannotBeOpened() throws Exception {
        browser.signIn("sealed.otherwise");
        execute("update login set access_token = set_byte(access_token, length(access_token) - 1,"
                + " 255 - get_byte(access_token, length(access_token) - 1))");
        assertProblem(browser.call("/api/catalog/skills"), 401, "no-valid-token");
        assertThat(count("select count(*) from login where person = 'sealed.otherwise'"))
                .isZero();
        assertThat(browser.signIn("sealed.otherwise").statusCode()).isEqualTo(302);
        assertThat(browser.call("/api/catalog/skills").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoTokensThatWerePutIntoAnotherSession() throws Exception {
        browser.signIn("mallory");
        new Browser(port, PROVIDER).signIn("victim");
        execute("update login set access_token = victim.access_token, refresh_token = victim.refresh_token"
                + " from login victim where victim.person = 'victim' and login.person = 'mallory'");
        SERVICE.seen.clear();
        assertProblem(browser.call("/api/catalog/skills"), 401, "no-valid-token");
        assertThat(SERVICE.seen).isEmpty();
    }

    @Test
    void keepsNoTokenReadableInTheDatabase() throws Exception {
        browser.signIn("li.na");
        browser.call("/api/catalog/skills");
        String everything = "select count(*) from (select access_token b from login union all"
                + " select refresh_token from login union all select attribute_bytes from spring_session_attributes) x";
        assertThat(count(everything)).isGreaterThan(2);
        // every JWT begins with "eyJ", every serialised object with ACED
        assertThat(count(everything + " where position('eyJ'::bytea in b) > 0 or substr(b, 1, 2) = '\\xaced'"))
                .isZero();
    }

    @Test
    void endsAStreamWithItsSession() throws Exception {
        browser.signIn("li.na");
        var other = new Browser(port, PROVIDER);
        other.signIn("wei");
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            var stream = pages.submit(() -> browser.call("/api/catalog/stream"));
            var another = pages.submit(() -> other.call("/api/catalog/stream"));
            arrived();
            arrived();
            browser.call("/api/session");
            assertThat(browser.write("/logout").statusCode()).isEqualTo(200);
            var ended = stream.get(10, TimeUnit.SECONDS);
            assertThat(ended.statusCode()).isEqualTo(200);
            assertThat(ended.body()).contains("tick");
            assertThat(SERVICE.streamsEnded.poll(10, TimeUnit.SECONDS))
                    .as("the service's side")
                    .isTrue();
            assertThat(another.isDone()).as("somebody else's stream").isFalse();
            execute("update login set signed_in_at = now() - interval '13 hours' where person = 'wei'");
            assertThat(another.get(10, TimeUnit.SECONDS).body()).contains("tick");
        }
        assertProblem(browser.call("/api/catalog/stream"), 401, "no-valid-token");
    }

    @Test
    void endsASessionThatIsIdleOrOld() throws Exception {
        browser.signIn("li.na");
        execute("update login set signed_in_at = now() - interval '13 hours' where person = 'li.na'");
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
        browser.signIn("li.na");
        execute("update spring_session set last_access_time = last_access_time - 3601000,"
                + " expiry_time = expiry_time - 3601000");
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
    }

    @Test
    void endsTheOldestSessionOfAPersonWhoHasTooMany() throws Exception {
        var browsers = java.util.stream.Stream.generate(() -> new Browser(port, PROVIDER))
                .limit(4)
                .toList();
        for (var one : browsers) {
            one.signIn("zhao");
        }
        browser.signIn("somebody.else");
        assertProblem(browsers.getFirst().call("/api/session"), 401, "no-valid-token");
        for (var one : browsers.subList(1, 4)) {
            assertThat(one.call("/api/session").statusCode()).isEqualTo(200);
        }
        assertThat(browser.call("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOutHereAndAtTheProvider() throws Exception {
        browser.signIn("who.leaves");
        var kept = Map.copyOf(browser.cookies);
        browser.call("/api/session");
        var answer = browser.write("/logout");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String next = JsonMapper.shared().readTree(answer.body()).path("next").asString();
        assertThat(next)
                .startsWith("https://provider.example/logout?")
                .contains("client_id=skill-ladder")
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F");
        assertThat(browser.seen).noneMatch(seen -> seen.contains("eyJ"));
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
        browser.cookies.putAll(kept);
        assertProblem(browser.call("/api/session"), 401, "no-valid-token");
        assertThat(count("select count(*) from login where person = 'who.leaves'"))
                .isZero();
    }

    @Test
    void asksTheDatabaseNothingForABearer() throws Exception {
        browser.signIn("li.na");
        String column = "select last_access_time from spring_session s join login l on l.session = s.primary_id"
                + " where l.person = 'li.na' order by 1 desc limit 1";
        long before = count(column);
        var answer = browser.send(browser.request("/api/catalog/skills")
                .header("Authorization", "Bearer " + TestTokens.token("machine")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(arrived().headers().getFirst("Authorization")).isNotNull();
        assertThat(count(column)).isEqualTo(before);
        assertThat(browser.send(browser.request("/api/catalog/skills").header("Authorization", "Bearer wrong"))
                        .statusCode())
                .as("a bad token does not fall back to the session")
                .isEqualTo(401);
    }

    @Test
    void keepsACallersOwnAuthorizationFromReachingAService() throws Exception {
        browser.signIn("li.na");
        browser.send(browser.request("/api/catalog/skills").header("Authorization", "Basic bGkubmE6eA=="));
        assertThat(arrived().headers().get("Authorization")).hasSize(1).allMatch(value -> value.startsWith("Bearer "));
    }

    private static StubService.Seen arrived() throws InterruptedException {
        return Objects.requireNonNull(SERVICE.seen.poll(5, TimeUnit.SECONDS), "the service saw no request");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("https://skillladder.dev/problems/" + name);
    }
}
