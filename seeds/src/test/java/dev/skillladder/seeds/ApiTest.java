package dev.skillladder.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

    private final Queue<Integer> statuses = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private HttpServer gateway;
    private Api api;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        api = new Api(URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), user -> {
            tokens.add(user);
            return "token-" + tokens.size() + "-of-" + user;
        });
    }

    @AfterEach
    void stopGateway() {
        api.close();
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        int status = statuses.isEmpty() ? 201 : statuses.remove();
        byte[] body = status == 201
                ? "{\"id\":\"7\"}".getBytes(UTF_8)
                : "{\"detail\":\"No.\",\"errors\":[{\"pointer\":\"/level\",\"detail\":\"Name one.\"}]}".getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void repeatsUnderTheSameKeyUntilTheServiceKnowsThePerson() {
        statuses.addAll(List.of(403, 409, 422, 503));

        assertThat(api.postWhenKnown("li", "/reviews", Map.of("a", 1), "k1")
                        .path("id")
                        .asString(""))
                .isEqualTo("7");
        assertThat(heard).hasSize(5).containsOnly("Bearer token-1-of-li k1");
    }

    @Test
    void saysWhatTheServiceSaid() {
        statuses.add(422);

        assertThatExceptionOfType(SeedRefused.class)
                .isThrownBy(() -> api.post("li", "/publish", Map.of(), "k1"))
                .withMessage("POST /publish as li answered 422: No. [/level: Name one.]");
    }

    @Test
    void asksForANewTokenWhenOneEnded() {
        statuses.add(401);

        api.post("li", "/reviews", Map.of(), "k1");

        assertThat(heard).containsExactly("Bearer token-1-of-li k1", "Bearer token-2-of-li k1");
    }
}
