package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody signs in at the real provider with a browser, works, and signs out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class LoginStory {

    private static final int PARALLEL = 20;

    private final URI gateway;
    private final String person;
    private final String password;
    private final MachineClient machine;
    private final CookieBrowser browser = new CookieBrowser();

    LoginStory(String gateway, String person, String password, MachineClient machine) {
        this.gateway = URI.create(gateway);
        this.person = person;
        this.password = password;
        this.machine = machine;
    }

    /** Lets every session's access token end now, as time would. */
    abstract void letTokensEnd();

    @Test
    @Order(1)
    void aCallWithoutSessionIsRefusedAndAPageGoesToTheLogin() {
        assertThat(browser.call(gateway, "GET", "/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.call(gateway, "POST", "/logout").statusCode()).isEqualTo(401);
        assertThat(browser.open(gateway.resolve("/app/")).uri().getPort()).isNotEqualTo(gateway.getPort());
    }

    @Test
    @Order(2)
    void aWrongPasswordOpensNothing() {
        var page = browser.open(gateway.resolve("/login"));
        browser.submitLogin(page, person, "wrong-" + password);
        assertThat(browser.call(gateway, "GET", "/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void thePersonSignsInAndTheServicesKnowThem() {
        var page = browser.open(gateway.resolve("/login"));
        var back = browser.submitLogin(page, person, password);
        assertThat(back.uri().getPort()).as("%s %s", back.uri(), back.body()).isEqualTo(gateway.getPort());
        var session = browser.call(gateway, "GET", "/api/session");
        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        assertThat(session.body()).contains("\"person\":\"" + person + "\"").contains("\"hr\"");
        var me = browser.call(gateway, "GET", "/api/assessments/proposals");
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(browser.answersOf(gateway)).noneMatch(answer -> answer.contains("eyJ"));
    }

    @Test
    @Order(4)
    void aWriteNeedsTheCsrfToken() {
        assertThat(browser.call(gateway, "POST", "/api/assessments/evaluate").statusCode())
                .isEqualTo(403);
        assertThat(browser.write(gateway, "/api/assessments/evaluate").statusCode())
                .as("through to the service, which finds the body wanting")
                .isIn(400, 422);
    }

    @Test
    @Order(5)
    void twentyCallsAtTheTokensEndAllSucceed() throws Exception {
        letTokensEnd();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> call = () ->
                    browser.call(gateway, "GET", "/api/assessments/proposals").statusCode();
            for (var status : threads.invokeAll(Collections.nCopies(PARALLEL, call))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        letTokensEnd();
        assertThat(browser.call(gateway, "GET", "/api/session").statusCode())
                .as("the new refresh token works as well")
                .isEqualTo(200);
    }

    @Test
    @Order(6)
    void signingOutEndsTheSessionItsStreamsAndTheProvidersLogin() throws Exception {
        var kept = browser.copy();
        var stream = browser.listen(gateway, "/api/assessments/stream");
        assertThat(stream.statusCode()).isEqualTo(200);
        var streamEnds = CompletableFuture.runAsync(() -> readToItsEnd(stream.body()));
        var left = browser.write(gateway, "/logout");
        assertThat(left.statusCode()).as(left.body()).isEqualTo(200);
        var asks = browser.open(URI.create(CookieBrowser.text(left.body(), "\"next\":\"([^\"]+)\"")));
        var next = browser.confirm(asks);
        assertThat(next.uri().getPort()).as("%s %s", next.uri(), next.body()).isEqualTo(gateway.getPort());
        assertThat(browser.call(gateway, "GET", "/api/session").statusCode()).isEqualTo(401);
        assertThat(kept.call(gateway, "GET", "/api/session").statusCode()).isEqualTo(401);
        assertThat(streamEnds).succeedsWithin(Duration.ofSeconds(10));
        assertThat(browser.open(gateway.resolve("/login")).body())
                .as("the provider asks who it is")
                .contains("password");
        assertThat(browser.answersOf(gateway)).noneMatch(answer -> answer.contains("eyJ"));
    }

    @Test
    @Order(7)
    void aMachineMayDoWhatItsScopesSayAndNoMore() throws Exception {
        assertThat(machine.ask("curator").statusCode()).isEqualTo(400);
        assertThat(asMachine("", "/api/reports/levels")).isEqualTo(403);
        assertThat(asMachine("auditor", "/api/reports/levels")).isEqualTo(403);
        assertThat(asMachine("hr", "/api/reports/levels")).isEqualTo(200);
        assertThat(asMachine("hr", "/api/catalog/frameworks/any/history")).isEqualTo(403);
        assertThat(asMachine("", "/api/catalog/frameworks")).isEqualTo(200);
    }

    private int asMachine(String scope, String path) throws IOException, InterruptedException {
        var answer = machine.ask(scope);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = CookieBrowser.text(answer.body(), "\"access_token\" ?: ?\"([^\"]+)\"");
        return MachineClient.get(gateway.resolve(path), token);
    }

    private static void readToItsEnd(InputStream stream) {
        try (stream) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
