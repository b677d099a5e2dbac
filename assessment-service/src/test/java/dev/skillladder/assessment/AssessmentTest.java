package dev.skillladder.assessment;

import dev.skillladder.testsupport.SettableClock;
import dev.skillladder.testsupport.TestTokens;
import dev.skillladder.testsupport.WithStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service with PostgreSQL and Kafka, on a day that stands still. It also owns the topics of the services that
 * are not there, so that tests can tell their facts. Frameworks and people are new in each test.
 */
@WithStack
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "skill-ladder.delivery.owns=assessment.observations,assessment.levels,assessment.evidence,"
                    + "assessment.impact,catalog.frameworks,catalog.impact-requests,profile.engineers,profile.teams",
            "assessment.ageing.every=1h",
            "assessment.cycles.every=1h",
            "assessment.reminders.every=1h",
            "assessment.recomputation.every=1h",
            "assessment.impact.every=1h",
            "assessment.development.every=1h",
            "assessment.programme.every=1h",
            "assessment.freshness.remind=-"
        })
@Import({AssessmentTest.StandingClock.class, CountStatements.class, OtherServices.class, Facts.class})
public abstract class AssessmentTest {

    /** The day of the worked example in docs/levels.md. */
    protected static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    /** The UTC day of {@link #NOW}. */
    protected static final LocalDate TODAY = LocalDate.parse("2026-11-01");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        // what is told arrives within milliseconds; looking every tenth of a second was a third of the suite's time
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected OtherServices others;

    /** Tells facts through Kafka, as catalog-service and profile-service do, and waits until they are known. */
    @Autowired
    protected Facts facts;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected JsonMapper json;

    /** Calls with headers and bodies of any kind. */
    protected Api api;

    @LocalServerPort
    private int port;

    /** The service's only clock. */
    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        SettableClock settableClock() {
            return SettableClock.at(NOW.toString());
        }
    }

    @BeforeEach
    void begin() {
        clock.set(NOW);
        api = new Api(port);
        facts.exampleIsPublished();
    }

    protected Answer get(String token, String path) {
        return send(token, "GET", path, "");
    }

    protected Answer post(String token, String path, String body) {
        return send(token, "POST", path, body);
    }

    protected Answer send(String token, String method, String path, String body, String... headers) {
        HttpResponse<String> response = raw(token, method, path, body, headers);
        return new Answer(response.statusCode(), json.readTree(response.body()));
    }

    /** An answer that need not be JSON. */
    protected HttpResponse<String> raw(String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token of the person; {@link OtherServices} gives everybody their id as identity. */
    protected static String tokenOf(UUID engineer) {
        return TestTokens.token(engineer.toString());
    }

    protected static String hr() {
        return TestTokens.token("somebody-in-hr", "hr");
    }

    protected static String operator() {
        return TestTokens.token("some-operator", "operator");
    }

    /** What the service answered. */
    public record Answer(int status, JsonNode body) {}
}
