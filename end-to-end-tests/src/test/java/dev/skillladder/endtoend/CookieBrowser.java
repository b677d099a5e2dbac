package dev.skillladder.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies per address, redirects, and the first login form of a page. */
final class CookieBrowser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST_REDIRECTS = 10;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    /** By port: two addresses of one machine are two sites here. */
    private final Map<Integer, Map<String, String>> cookies = new ConcurrentHashMap<>();

    private final List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());

    CookieBrowser copy() {
        var copy = new CookieBrowser();
        cookies.forEach((port, jar) -> copy.cookies.put(port, new ConcurrentHashMap<>(jar)));
        return copy;
    }

    /** Everything this address ever answered: headers and bodies. */
    List<String> answersOf(URI gateway) {
        return answers.stream()
                .filter(answer -> answer.uri().getPort() == gateway.getPort())
                .map(answer -> answer.headers().map() + answer.body())
                .toList();
    }

    HttpResponse<String> open(URI page) {
        return follow(send(page, HttpRequest.newBuilder(page).header("Accept", "text/html,*/*;q=0.8")));
    }

    HttpResponse<String> call(URI gateway, String method, String path) {
        return send(gateway, body(gateway, method, path));
    }

    HttpResponse<String> write(URI gateway, String path) {
        var token = jar(gateway).getOrDefault("XSRF-TOKEN", "");
        return send(gateway, body(gateway, "POST", path).header("X-XSRF-TOKEN", token));
    }

    HttpResponse<String> submitLogin(HttpResponse<String> page, String user, String password) {
        return submit(page, "type=\"password\"", user, password);
    }

    /** Says yes to a page that asks. */
    HttpResponse<String> confirm(HttpResponse<String> page) {
        return submit(page, "", "", "");
    }

    /** What the page is told until the gateway ends it; the answer's body arrives as it is read. */
    HttpResponse<InputStream> listen(URI gateway, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/event-stream");
        cookies(jar(gateway), request);
        return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String contains, String user, String password) {
        var form = FORM.matcher(page.body())
                .results()
                .filter(one -> one.group().contains(contains))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such form at " + page.uri() + ": " + page.body()));
        var fields = INPUT.matcher(form.group())
                .results()
                .map(input -> field(input.group(), user, password))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.joining("&"));
        var target = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        var request = HttpRequest.newBuilder(target)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        return follow(send(target, request));
    }

    static String text(String body, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(body);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + body);
        }
        return found.group(1);
    }

    private static String field(String input, String user, String password) {
        var named = Pattern.compile("name=\"([^\"]+)\"").matcher(input);
        if (!named.find() || input.contains("type=\"checkbox\"")) {
            return "";
        }
        var given = Pattern.compile("value=\"([^\"]*)\"").matcher(input);
        var value = switch (named.group(1)) {
            case "username" -> user;
            case "password" -> password;
            default -> given.find() ? given.group(1) : "";
        };
        return named.group(1) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder body(URI gateway, String method, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(next, HttpRequest.newBuilder(next).header("Accept", "text/html,*/*;q=0.8"));
        }
        return answer;
    }

    private HttpResponse<String> send(URI site, HttpRequest.Builder request) {
        var jar = jar(site);
        cookies(jar, request);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            answers.add(answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(site + " broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void cookies(Map<String, String> jar, HttpRequest.Builder request) {
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    private Map<String, String> jar(URI site) {
        return cookies.computeIfAbsent(site.getPort(), _ -> new ConcurrentHashMap<>());
    }

    private static void keep(Map<String, String> jar, String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }
}
