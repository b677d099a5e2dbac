package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} points at has to be there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern DECISION = Pattern.compile("decisions? (\\d+)(?: and (\\d+))?");

    @Test
    void everyTestItNamesExists() throws IOException {
        Set<String> named = matches(TEST);
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyDecisionItNamesExists() throws IOException {
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            Set<Integer> written = decisions
                    .map(file -> Integer.valueOf(file.getFileName().toString().substring(0, 4)))
                    .collect(Collectors.toSet());
            assertThat(DECISION.matcher(page())
                            .results()
                            .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                            .filter(number -> number != null)
                            .map(Integer::valueOf))
                    .isNotEmpty()
                    .isSubsetOf(written);
        }
    }

    private static Set<String> matches(Pattern pattern) throws IOException {
        return pattern.matcher(page()).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::files)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
