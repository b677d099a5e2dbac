package dev.skillladder.localstack.identity;

import dev.skillladder.localstack.DemoUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Pick a demo user, or type the name of one that is not shown. */
@RestController
class SignInPage {
    static final String POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 640px; margin: 0 auto;
              padding: 32px 20px; color: #1c2430; background: #fff; }
            h1 { font-size: 24px; } h2 { font-size: 16px; margin-top: 32px; }
            ul { list-style: none; padding: 0; } li { margin: 8px 0; }
            button { font: inherit; padding: 10px 14px; border: 1px solid #8793a6; border-radius: 6px; background: #fff;
              color: inherit; cursor: pointer; }
            li button { width: 100%; text-align: left; } button:hover { background: #f0f4fa; }
            button:focus-visible, input:focus-visible { outline: 2px solid #2456a6; outline-offset: 2px; }
            .about { color: #566072; } .failed { color: #a02020; }
            label { display: block; margin: 12px 0; } input { font: inherit; padding: 8px; width: 100%; box-sizing: border-box; }
            """;

    private final DemoUsers users;

    SignInPage(DemoUsers users) {
        this.users = users;
    }

    @GetMapping("/sign-in.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok().contentType(CSS).body(STYLE);
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(CsrfToken csrf, HttpServletRequest request) {
        var hidden = "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(csrf.getParameterName(), HtmlUtils.htmlEscape(csrf.getToken()));
        var people = users.all().stream()
                .filter(user -> !user.about().isEmpty())
                .map(user -> choice(user, hidden))
                .collect(Collectors.joining("\n"));
        var failed = request.getParameter("error") == null
                ? ""
                : "<p class=\"failed\" role=\"alert\">No such user, or another password. · 用户名或密码不对。</p>";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .body("""
                        <!doctype html>
                        <html lang="en">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Sign in · 登录</title><link rel="stylesheet" href="/sign-in.css"></head>
                        <body><main>
                        <h1>Sign in · <span lang="zh">登录</span></h1>
                        <p>Demo users of this machine; each password is the user name. · <span lang="zh">仅限本机的演示用户，密码与用户名相同。</span></p>
                        %s
                        <ul>%s</ul>
                        <h2>Somebody else · <span lang="zh">其他人</span></h2>
                        <form method="post" action="/login">%s
                        <label>User name · <span lang="zh">用户名</span><input name="username" autocomplete="username" required></label>
                        <label>Password · <span lang="zh">密码</span><input name="password" type="password"
                          autocomplete="current-password" required></label>
                        <button>Sign in · <span lang="zh">登录</span></button></form>
                        </main></body></html>
                        """.formatted(failed, people, hidden));
    }

    private static String choice(DemoUser user, String hidden) {
        var name = HtmlUtils.htmlEscape(user.name());
        return """
                <li><form method="post" action="/login">%s<input type="hidden" name="username" value="%s">
                <input type="hidden" name="password" value="%s"><button>%s
                <span class="about">%s</span></button></form></li>""".formatted(hidden, name, name, name, HtmlUtils.htmlEscape(user.about()));
    }
}
