package dev.skillladder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestPostgres;
import dev.skillladder.testsupport.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ANSWER_TIMEOUT=1s",
            "RATE_LIMIT_BURST=60",
            "RATE_LIMIT_PER_SECOND=1",
            "ENCRYPTION_KEYS=test:" + Browser.KEY,
            "LOG_FORMAT=",
            "OIDC_CLIENT_SECRET=unused"
        })
class GatewayTest {

    private static final StubService SERVICE = new StubService();
    private static final TestPostgres.Database DATABASE = TestPostgres.database("gateway");
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+[.]js)\"");
    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("DB_URL", DATABASE::jdbcUrl);
        registry.add("DB_USER", DATABASE::user);
        registry.add("DB_PASSWORD", DATABASE::password);
        registry.add("CATALOG_URL", SERVICE::url);
        registry.add("ASSESSMENT_URL", SERVICE::url);
        registry.add("PROFILE_URL", () -> NOBODY_LISTENS);
        registry.add("OIDC_ISSUER", TestTokens::issuer);
        registry.add("OIDC_JWKS_URL", TestTokens::jwksUrl);
    }

    @BeforeEach
    void forgetEarlierRequests() {
        SERVICE.seen.clear();
    }

    @AfterAll
    static void closeService() {
        SERVICE.close();
    }

    static Stream<String> badTokens() {
        return Stream.of(
                TestTokens.expired("eve", "hr"),
                TestTokens.notYetValid("eve", "hr"),
                TestTokens.fromWrongIssuer("eve", "hr"),
                TestTokens.forWrongAudience("eve", "hr"),
                TestTokens.withoutAudience("eve", "hr"),
                TestTokens.signedByUnknownKey("eve", "hr"),
                TestTokens.unsigned("eve", "hr"),
                TestTokens.signedWithPublicKeyAsSecret("eve", "hr"),
                "not-a-token");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void stopsABadTokenAtTheDoor(String token) throws Exception {
        var answer = send(request("/api/catalog/frameworks").header("Authorization", "Bearer " + token));
        assertProblem(answer, 401, "no-valid-token");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(SERVICE.seen).isEmpty();
    }

    @Test
    void stopsARequestWithoutToken() throws Exception {
        assertProblem(send(request("/api/assessments/proposals")), 401, "no-valid-token");
        assertThat(SERVICE.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/catalog/frameworks", "/api/assessments/proposals", "/api/reports/levels"})
    void leavesThePathAsItIs(String path) throws Exception {
        assertThat(send(as("li.na", path)).statusCode()).isEqualTo(200);
        assertThat(arrived().path()).isEqualTo(path);
    }

    @Test
    void servesTheOpenApiDocumentsWithoutToken() throws Exception {
        assertThat(send(request("/api/openapi/catalog")).statusCode()).isEqualTo(200);
        assertThat(arrived().path()).isEqualTo("/v3/api-docs");
    }

    @Test
    void handsTheTokenOnButNeitherCookiesNorForgedForwarding() throws Exception {
        String token = TestTokens.token("li.na");
        send(request("/api/catalog/skills")
                .header("Authorization", "Bearer " + token)
                .header("Cookie", "SESSION=secret")
                .header("X-Forwarded-For", "10.1.2.3"));
        var headers = arrived().headers();
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer " + token);
        assertThat(headers.getFirst("Cookie")).isNull();
        assertThat(headers.getFirst("X-Forwarded-For")).isNotEqualTo("10.1.2.3");
    }

    @Test
    void keepsAHarmlessRequestIdAndSendsItBothWays() throws Exception {
        var answer = send(as("li.na", "/api/catalog/skills").header("X-Request-Id", "trace-4711"));
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("trace-4711");
        assertThat(arrived().headers().get("X-Request-Id")).containsExactly("trace-4711");
    }

    @Test
    void replacesARequestIdThatCouldForgeLogLines() throws Exception {
        var answer = send(as("li.na", "/api/catalog/skills").header("X-Request-Id", "a b\tc"));
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(arrived().headers().getFirst("X-Request-Id")).isEqualTo(id);
    }

    @Test
    void passesAServicesProblemOnUnchanged() throws Exception {
        var answer = send(as("li.na", "/api/catalog/refused"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("problems/bad-input");
    }

    @Test
    void saysThatAPathIsUnknown() throws Exception {
        assertProblem(send(as("li.na", "/api/nothing/here")), 404, "unknown-path");
        assertProblem(send(request("/nothing/here")), 404, "unknown-path");
    }

    @Test
    void saysThatAServiceIsAwayAndWhenToTryAgain() throws Exception {
        var answer = send(as("li.na", "/api/profiles/me"));
        assertProblem(answer, 503, "service-away");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void givesUpOnAServiceThatDoesNotAnswer() throws Exception {
        assertProblem(send(as("li.na", "/api/catalog/slow")), 504, "service-too-slow");
    }

    @Test
    void refusesAnAnnouncedBodyThatIsTooLarge() throws Exception {
        var body = BodyPublishers.ofByteArray(new byte[10 << 20]);
        assertProblem(send(as("li.na", "/api/assessments/reviews").POST(body)), 413, "body-too-large");
        assertThat(SERVICE.seen).isEmpty();
    }

    @Test
    void refusesAStreamedBodyOnceItIsTooLarge() throws Exception {
        var body = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[10 << 20]));
        assertProblem(send(as("li.na", "/api/assessments/reviews").POST(body)), 413, "body-too-large");
    }

    @Test
    void takesFilesWhereFrameworksAreImported() throws Exception {
        var body = BodyPublishers.ofByteArray(new byte[20 << 20]);
        assertThat(send(as("li.na", "/api/catalog/frameworks/ai/imports?format=xlsx")
                                .POST(body))
                        .statusCode())
                .isEqualTo(200);
        assertThat(arrived().bodyLength()).isEqualTo(20 << 20);

        assertProblem(
                send(as("li.na", "/api/catalog/frameworks/ai/imports/1/apply").POST(body)), 413, "body-too-large");
        var huge = BodyPublishers.ofByteArray(new byte[65 << 20]);
        assertProblem(send(as("li.na", "/api/catalog/frameworks/ai/imports").POST(huge)), 413, "body-too-large");
    }

    @Test
    void takesMoreWhereThePathTakesMore() throws Exception {
        var body = BodyPublishers.ofByteArray(new byte[7 << 20]);
        assertThat(send(as("li.na", "/api/assessments/evaluate").POST(body)).statusCode())
                .isEqualTo(200);
        assertThat(arrived().bodyLength()).isEqualTo(7 << 20);
    }

    @Test
    void slowsDownOneCallerAndNoOther() throws Exception {
        HttpResponse<String> answer = send(as("hasty", "/api/catalog/skills"));
        for (int i = 0; i < 400 && answer.statusCode() == 200; i++) {
            assertThat(answer.headers().firstValue("RateLimit")).isPresent();
            answer = send(as("hasty", "/api/catalog/skills"));
        }
        assertProblem(answer, 429, "too-many-requests");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(send(as("patient", "/api/catalog/skills")).statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheStreamBehindItWhenTheReaderLeaves() throws Exception {
        HttpResponse<InputStream> stream =
                CLIENT.send(as("li.na", "/api/assessments/stream").build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().readNBytes(10)).isNotEmpty();
        stream.body().close();
        assertThat(SERVICE.streamsEnded.poll(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void protectsItsPages() throws Exception {
        var page = send(page("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Skill Ladder").contains("技能阶梯");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void letsABrowserKeepWhatAPageIsMadeOf() throws Exception {
        var script = SCRIPT.matcher(send(page("/")).body());
        assertThat(script.find()).isTrue();
        var asset = send(request(script.group(1)).header("Accept-Encoding", "gzip"));
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(asset.headers().firstValue("Content-Encoding")).contains("gzip");
        assertProblem(send(page("/assets/index-of-last-year.js")), 404, "unknown-path");
    }

    @Test
    void sendsWhoOpensALinkSignedOutToTheLogin() throws Exception {
        for (String link : List.of("/teams?below=true", "/people/7e5b0a4e-0000-4000-8000-000000000001")) {
            var answer = send(page(link));
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorization/");
        }
    }

    @Test
    void answersUnknownPathsOfTheApiWithAProblemAndNoPage() throws Exception {
        assertProblem(send(as("li.na", "/api/nowhere").header("Accept", "text/html")), 404, "unknown-path");
        assertProblem(send(as("li.na", "/nowhere")), 404, "unknown-path");
        assertProblem(send(page("/api/nowhere")), 401, "no-valid-token");
    }

    @Test
    void leavesAServicesPageItsOwnPolicyAndGivesAllOthersOne() throws Exception {
        assertThat(send(as("li.na", "/api/catalog/page")).headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(send(as("li.na", "/api/catalog/frameworks")).headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'");
    }

    @Test
    void answersItsHealthWithoutTokenAndItsMetricsOnlyWithOne() throws Exception {
        assertThat(send(request("/actuator/health")).body()).contains("UP");
        assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(401);
        assertThat(send(as("ops", "/actuator/prometheus")).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder page(String path) {
        return request(path).header("Accept", "text/html,*/*;q=0.8");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder as(String user, String path) {
        return request(path).header("Authorization", "Bearer " + TestTokens.token(user));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static StubService.Seen arrived() throws InterruptedException {
        return Objects.requireNonNull(SERVICE.seen.poll(5, TimeUnit.SECONDS), "the service saw no request");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("https://skillladder.dev/problems/" + name);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).startsWith("/");
        assertThat(problem.path("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }
}
