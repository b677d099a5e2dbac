package dev.skillladder.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skillladder.testsupport.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An identity provider's token endpoint that is as strict as the strictest: codes need their verifier and the client's
 * secret and work once, a refresh token works once, and one that comes twice ends the login.
 */
final class StubProvider implements AutoCloseable {

    /** Also the audience of the test tokens, so that one issuer serves for access and ID tokens. */
    static final String CLIENT = "skill-ladder";

    static final String SECRET = "stub-secret";

    final AtomicInteger renewals = new AtomicInteger();
    volatile int accessSeconds = 900;
    volatile boolean away;

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final HttpServer server;

    private record Code(String person, String nonce, String challenge, String redirect) {}

    StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::token);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person signed in at the provider, which sends the browser back with this code. */
    String code(String person, Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(person, asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri")));
        return code;
    }

    void forgetLogins() {
        refreshTokens.clear();
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, _) -> one));
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (away) {
            send(exchange, 503, "{}");
        } else if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(asked.get("grant_type"))) {
            renew(exchange, asked);
        } else {
            login(exchange, asked);
        }
    }

    private void login(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Code code = codes.remove(asked.getOrDefault("code", ""));
        if (code == null
                || !code.redirect().equals(asked.get("redirect_uri"))
                || !code.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String id = TestTokens.tokenWith(code.person(), "nonce", code.nonce());
        send(exchange, 200, tokens(code.person(), ",\"id_token\":\"" + id + "\""));
    }

    private void renew(HttpExchange exchange, Map<String, String> asked) throws IOException {
        renewals.incrementAndGet();
        String person = refreshTokens.remove(asked.getOrDefault("refresh_token", ""));
        if (person == null) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        send(exchange, 200, tokens(person, ""));
    }

    private String tokens(String person, String more) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, person);
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + accessSeconds + ",\"access_token\":\""
                + TestTokens.token(person, "hr") + "\",\"refresh_token\":\"" + refresh + "\"" + more + "}";
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
