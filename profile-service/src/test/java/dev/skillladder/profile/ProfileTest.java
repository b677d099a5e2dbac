package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.SettableClock;
import dev.skillladder.testsupport.TestTokens;
import dev.skillladder.testsupport.WithStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The running service on a day that stands still, spoken to over HTTP; everybody in it is new in each test. */
@WithStack
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProfileTest.StandingClock.class)
abstract class ProfileTest {

    static final String TODAY = "2026-06-01";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        SettableClock settableClock() {
            return SettableClock.at(TODAY + "T08:00:00Z");
        }
    }

    @BeforeEach
    void resetClock() {
        clock.set(Instant.parse(TODAY + "T08:00:00Z"));
    }

    Answer send(String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String token, String path) {
        return send(token, "GET", path, "");
    }

    Answer post(String path, String body, String... headers) {
        return send(hr(), "POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return send(hr(), "PUT", path, body, headers);
    }

    static String hr() {
        return TestTokens.token("somebody-in-hr", "hr");
    }

    /** An engineer nobody used before, whose identity, number and e-mail address begin with {@code name}. */
    UUID engineer(String name) {
        Answer answer = post("/api/profiles/engineers", details(name));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.id();
    }

    static String details(String name) {
        return """
                {"identity": "%1$s", "employeeNumber": "%1$s", "name": {"zh": "李雷", "en": "%1$s"},
                 "email": "%1$s@example.com", "hireDate": "2020-02-29", "state": "ACTIVE"}
                """.formatted(name);
    }

    UUID team(String name, String parent) {
        Answer answer = post("/api/profiles/teams", """
                {"name": {"en": "%s"}, "parent": %s}
                """.formatted(name, parent));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.id();
    }

    Answer line(UUID engineer, UUID manager, String kind, String from, String to) {
        return post("/api/profiles/engineers/" + engineer + "/reporting-lines", """
                {"manager": "%s", "kind": "%s", "from": "%s", "to": %s}
                """.formatted(
                        manager, kind, from, to.isEmpty() ? "null" : "\"" + to + "\""));
    }

    void reports(UUID engineer, UUID manager) {
        assertThat(line(engineer, manager, "SOLID", "2026-01-01", "").status()).isEqualTo(201);
    }

    /** A name that no other test uses. */
    static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
