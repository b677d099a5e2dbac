package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.localstack.DemoUser;
import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import dev.skillladder.localstack.Settings;
import dev.skillladder.seeds.DemoUsers;
import dev.skillladder.seeds.SeedLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in Chromium, with the demo organisation behind them. What is asked of them stands in {@code
 * gateway/web/browser}, beside the pages and in their language.
 */
@Tag("browser")
class PagesInBrowserTest {

    @Test
    void everyPageWorksInARealBrowser(@TempDir Path home) throws IOException, InterruptedException {
        var settings = Settings.standard()
                .in(home)
                .onFreePorts()
                .withUsers(users())
                .withEnvironment("RATE_LIMIT_BURST", "100000")
                .withEnvironment("RATE_LIMIT_PER_SECOND", "100000")
                // each test is a browser of its own, and a closed one is noticed only when it is written to
                .withEnvironment("ASSESSMENT_LIVE_PERPERSON", "200");
        try (var stack = LocalStack.start(settings, System.out::println)) {
            var gateway = URI.create(stack.url(Part.GATEWAY));
            try (var seeds = new SeedLoader(gateway, stack::token, System.out::println)) {
                seeds.loadAll();
            }
            assertThat(browse(settings.root().resolve("gateway/web"), stack.browserUrl()))
                    .as("exit code of the browser's tests; what they found is above")
                    .isZero();
        }
    }

    private static int browse(Path web, String address) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("node", "node_modules/@playwright/test/cli.js", "test")
                .directory(web.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PAGES_URL", address);
        var browser = builder.start();
        try (var lines = browser.inputReader()) {
            lines.lines().forEach(System.out::println);
        }
        return browser.waitFor();
    }

    private static List<DemoUser> users() {
        return DemoUsers.all().stream()
                .map(user -> new DemoUser(user.name(), "", user.roles()))
                .toList();
    }
}
